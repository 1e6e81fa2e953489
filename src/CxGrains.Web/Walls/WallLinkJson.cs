namespace CxGrains.Web.Walls;

/// <summary>A wall link as stored. Members are only ever added, and may then be absent.</summary>
/// <param name="Name">A name for people.</param>
/// <param name="Segment">Whose figures; null for all customers.</param>
/// <param name="WindowDays">All answers of that many days; null for each customer's latest answer.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedMs">When, Unix milliseconds UTC.</param>
/// <param name="ExpiresMs">When it ends, Unix milliseconds UTC; null for never.</param>
internal sealed record WallLinkJson(string Name, string? Segment, int? WindowDays, string CreatedBy, long CreatedMs, long? ExpiresMs);
