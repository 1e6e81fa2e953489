namespace CxGrains.Abstractions.Views;

/// <summary>Alerts of an account's customers, newest first.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Alerts">The newest, at most 50.</param>
public sealed record AccountAlerts(long Total, IReadOnlyList<AlertView> Alerts);
