namespace CxGrains.Abstractions.Views;

/// <summary>Alerts, newest first. Topic <c>alerts</c> (open ones, at most 50).</summary>
/// <param name="Total">Alerts in the asked state, over all pages.</param>
/// <param name="Alerts">This page.</param>
public sealed record AlertPage(long Total, IReadOnlyList<AlertView> Alerts)
{
    /// <summary>How right alerts of churn risk were, of all time.</summary>
    public AlertRecordView Record { get; init; } = new(0, 0, 0, null);
}
