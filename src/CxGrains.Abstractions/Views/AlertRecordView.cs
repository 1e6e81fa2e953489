namespace CxGrains.Abstractions.Views;

/// <summary>What became of the alerts of churn risk that somebody was through with.</summary>
/// <param name="Saved">Right, and the customer stays.</param>
/// <param name="Lost">Right, and the customer is lost.</param>
/// <param name="FalseAlarms">There was nothing to it.</param>
/// <param name="PrecisionPercent">The share that was right, 0 to 100; absent where nobody was through with one.</param>
public sealed record AlertRecordView(long Saved, long Lost, long FalseAlarms, double? PrecisionPercent);
