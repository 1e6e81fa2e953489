namespace CxGrains.Web.Walls;

/// <summary>The wall links of a workspace.</summary>
/// <param name="Links">The newest first.</param>
internal sealed record WallLinkList(IReadOnlyList<WallLinkView> Links);
