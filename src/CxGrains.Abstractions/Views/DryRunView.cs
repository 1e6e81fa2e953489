namespace CxGrains.Abstractions.Views;

/// <summary>For whom an alert rule would have been raised; of one on a survey, a segment or a goal, how it stands now.</summary>
/// <param name="Days">Days looked back; 0 for a rule that is not about customers.</param>
/// <param name="Count">Customers, or accounts where the rule groups by them; 1 or 0 for a rule that is not about customers.</param>
/// <param name="Looked">Customers looked at.</param>
/// <param name="IsComplete">Whether all were looked at who could be meant; false past the limit of 100,000.</param>
/// <param name="Examples">Some of them, the latest first.</param>
public sealed record DryRunView(int Days, long Count, long Looked, bool IsComplete, IReadOnlyList<DryRunExample> Examples)
{
    /// <summary>How the survey, segment or goal of the rule stands now; absent for a rule that is about customers.</summary>
    public DryRunStanding? Now { get; init; }
}
