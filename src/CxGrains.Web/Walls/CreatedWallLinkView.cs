namespace CxGrains.Web.Walls;

/// <summary>A new wall link, with the path that opens it; shown this once.</summary>
/// <param name="Path">The path on this server. What follows the <c>#</c> never leaves the browser but to be exchanged for a cookie.</param>
/// <param name="Link">The link.</param>
internal sealed record CreatedWallLinkView(string Path, WallLinkView Link);
