namespace CxGrains.Abstractions.Views;

/// <summary>Alerts of a workspace.</summary>
/// <param name="Open">Raised and not yet resolved, nor closed because the cause has gone.</param>
/// <param name="AlreadySo">Customers at high risk that were no news when learned, and raised no alert.</param>
public sealed record AlertCounts(long Open, long AlreadySo);
