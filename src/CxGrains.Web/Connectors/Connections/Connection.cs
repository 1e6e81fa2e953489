using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Web.Connectors.Mapping;
using CxGrains.Web.Json;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>A connection to another tool, which posts to a URL of its own.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">The tool.</param>
/// <param name="Token">What its URL ends with; nobody can guess it.</param>
/// <param name="Secret">What the tool signs with; null where it does not.</param>
/// <param name="AccessToken">What the tool's own API is asked with; null where it is not.</param>
/// <param name="Region">Where the tool keeps the account; null for its default.</param>
/// <param name="Mapping">Where fields are found.</param>
/// <param name="CreatedMs">When it was made, Unix milliseconds UTC.</param>
/// <param name="Version">Counts its changes from 1.</param>
internal sealed record Connection(
    string Workspace, string Id, string Name, string Kind, string Token, string? Secret, string? AccessToken, string? Region, ConnectionMapping Mapping, long CreatedMs, int Version)
{
    /// <summary>The kind of the documents.</summary>
    public const string DocumentKind = "connection";

    /// <summary>The document of this connection.</summary>
    public StoredDocument ToDocument()
    {
        var json = new ConnectionJson(Name, Kind, Secret, AccessToken, Region, Mapping.Json, CreatedMs);
        return new StoredDocument(Workspace, DocumentKind, Id, Token, JsonSerializer.Serialize(json, WebJsonContext.Default.ConnectionJson), Version);
    }

    /// <summary>The connection of a document.</summary>
    public static Connection Of(StoredDocument document)
    {
        var json = JsonSerializer.Deserialize(document.Json, WebJsonContext.Default.ConnectionJson)!;
        return new Connection(
            document.Workspace, document.Id, json.Name, json.Kind, document.Key!, json.Secret, json.AccessToken, json.Region, ConnectionMapping.Parse(json.Mapping), json.CreatedMs, document.Version);
    }
}
