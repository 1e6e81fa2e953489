namespace CxGrains.Abstractions.Keys;

/// <summary>A key as stored: never the key itself.</summary>
/// <param name="Hash">SHA-256 of the key, lower-case hex.</param>
/// <param name="Workspace">The workspace it opens.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Name">A name for people.</param>
/// <param name="CreatedMs">When it was made, Unix milliseconds UTC.</param>
public sealed record KeyRecord(string Hash, string Workspace, Scopes Scopes, string Name, long CreatedMs);
