using CxGrains.Abstractions.Views;

namespace CxGrains.Web.Reports.Reading;

/// <summary>The alerts that were raised in a window, and what became of them.</summary>
/// <param name="Raised">All of them, the newest first.</param>
/// <param name="Record">How right alerts of churn risk were, of all time.</param>
/// <param name="IsCut">Whether there may be more: only the newest of each state were looked at.</param>
internal sealed record ReportAlerts(IReadOnlyList<AlertView> Raised, AlertRecordView Record, bool IsCut)
{
    /// <summary>Alerts of each state that are looked at, the newest.</summary>
    public const int LookedMax = 1_000;
}
