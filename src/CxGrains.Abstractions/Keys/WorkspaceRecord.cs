namespace CxGrains.Abstractions.Keys;

/// <summary>A workspace: one tenant.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The display name.</param>
public sealed record WorkspaceRecord(string Id, string Name);
