namespace CxGrains.Abstractions.Views;

/// <summary>Alerts, newest first. Topic <c>alerts</c> (open ones, at most 50).</summary>
/// <param name="Total">Alerts in the asked state, over all pages.</param>
/// <param name="Alerts">This page.</param>
public sealed record AlertPage(long Total, IReadOnlyList<AlertView> Alerts);
