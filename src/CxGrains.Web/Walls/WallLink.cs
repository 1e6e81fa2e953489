using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Web.Json;

namespace CxGrains.Web.Walls;

/// <summary>A link that shows one page to whoever opens it, as a screen on a wall does.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Id">What it is called.</param>
/// <param name="TokenHash">SHA-256 of what the link ends with, lower-case hex; the token itself is shown once and kept nowhere.</param>
/// <param name="Name">A name for people.</param>
/// <param name="Page">What it shows.</param>
/// <param name="CreatedBy">Who made it, by the name at the time.</param>
/// <param name="CreatedMs">When it was made, Unix milliseconds UTC.</param>
/// <param name="ExpiresMs">When it opens nothing any more, Unix milliseconds UTC; null for never.</param>
internal sealed record WallLink(string Workspace, string Id, string TokenHash, string Name, WallPage Page, string CreatedBy, long CreatedMs, long? ExpiresMs)
{
    /// <summary>The kind of the documents.</summary>
    public const string DocumentKind = "wallLink";

    /// <summary>Whether it opens its page.</summary>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public bool IsOpen(long nowMs) => ExpiresMs is not { } end || nowMs < end;

    /// <summary>The document of this link.</summary>
    public StoredDocument ToDocument()
    {
        var json = new WallLinkJson(Name, Page.Segment, Page.WindowDays, CreatedBy, CreatedMs, ExpiresMs);
        return new StoredDocument(Workspace, DocumentKind, Id, TokenHash, JsonSerializer.Serialize(json, WebJsonContext.Default.WallLinkJson), 0);
    }

    /// <summary>The link of a document.</summary>
    public static WallLink Of(StoredDocument document)
    {
        var json = JsonSerializer.Deserialize(document.Json, WebJsonContext.Default.WallLinkJson)!;
        return new WallLink(document.Workspace, document.Id, document.Key!, json.Name, new WallPage(json.Segment, json.WindowDays), json.CreatedBy, json.CreatedMs, json.ExpiresMs);
    }
}
