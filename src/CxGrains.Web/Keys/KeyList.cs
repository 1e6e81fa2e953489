namespace CxGrains.Web.Keys;

/// <summary>The keys of a workspace.</summary>
/// <param name="Keys">The oldest first.</param>
internal sealed record KeyList(IReadOnlyList<KeyView> Keys);
