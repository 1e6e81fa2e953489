namespace CxGrains.Abstractions.Views;

/// <summary>For whom an alert rule would have been raised.</summary>
/// <param name="Days">Days looked back.</param>
/// <param name="Count">Customers, or accounts where the rule groups by them.</param>
/// <param name="Looked">Customers looked at.</param>
/// <param name="IsComplete">Whether all were looked at who could be meant; false past the limit of 100,000.</param>
/// <param name="Examples">Some of them, the latest first.</param>
public sealed record DryRunView(int Days, long Count, long Looked, bool IsComplete, IReadOnlyList<DryRunExample> Examples);
