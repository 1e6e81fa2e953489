namespace CxGrains.Web.Keys;

/// <summary>A new key, shown this once.</summary>
/// <param name="Key">The key itself.</param>
/// <param name="Id">What it is called from now on.</param>
/// <param name="Workspace">The workspace it opens.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Scopes">What it may do.</param>
internal sealed record CreatedKeyView(string Key, string Id, string Workspace, string Name, IReadOnlyList<string> Scopes);
