using System.Text.Json;
using CxGrains.Web.Connectors.Mapping;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>Knows one tool: how it signs, and what its payloads say.</summary>
internal interface IConnector
{
    /// <summary>The tool's name, in lower case.</summary>
    string Kind { get; }

    /// <summary>Whether the tool signs what it sends, so that a connection needs the secret.</summary>
    bool NeedsSecret => true;

    /// <summary>Whether the tool only tells that something happened, so that a connection needs a token to ask what.</summary>
    bool NeedsAccessToken => false;

    /// <summary>Whether a request was signed with the connection's secret.</summary>
    bool IsGenuine(SignedRequest request, string secret);

    /// <summary>Makes interactions of a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="connection">The connection it came by.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The interactions, or why there is nothing to take.</returns>
    /// <exception cref="UnreadableException">It cannot be read, or the tool cannot be asked now.</exception>
    ValueTask<MappedPayload> MapAsync(JsonElement payload, Connection connection, CancellationToken cancellationToken);
}
