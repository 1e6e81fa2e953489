using System.ComponentModel;
using System.Text.Json;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>A connection as it may be shown: never its secrets.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Kind">The tool.</param>
/// <param name="Path">The path on this server that the tool posts to; it is a secret of its own.</param>
/// <param name="HasSecret">Whether there is a secret that the tool signs with.</param>
/// <param name="HasAccessToken">Whether there is a token for the tool's own API.</param>
/// <param name="Region">Where the tool keeps the account; absent for its default.</param>
/// <param name="Mapping">Where fields are found.</param>
/// <param name="Created">When it was made.</param>
[Description("A connection as it may be shown: never its secrets.")]
internal sealed record ConnectionView(
    string Id, string Name, string Kind, string Path, bool HasSecret, bool HasAccessToken, string? Region, JsonElement Mapping, DateTimeOffset Created)
{
    /// <summary>The view of a connection.</summary>
    public static ConnectionView Of(Connection connection) => new(
        connection.Id,
        connection.Name,
        connection.Kind,
        $"{HookRoutes.Path}/{connection.Token}",
        connection.Secret is not null,
        connection.AccessToken is not null,
        connection.Region,
        connection.Mapping.Json,
        DateTimeOffset.FromUnixTimeMilliseconds(connection.CreatedMs));
}
