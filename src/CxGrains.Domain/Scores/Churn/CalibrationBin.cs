namespace CxGrains.Domain.Scores.Churn;

/// <summary>Settled predictions of about the same probability.</summary>
/// <param name="Count">How many there are, from 1.</param>
/// <param name="MeanPredicted">Their mean probability, 0 to 1.</param>
/// <param name="ObservedShare">The share of them that came true, 0 to 1.</param>
public readonly record struct CalibrationBin(int Count, double MeanPredicted, double ObservedShare);
