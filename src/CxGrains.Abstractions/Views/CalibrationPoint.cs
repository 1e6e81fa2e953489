namespace CxGrains.Abstractions.Views;

/// <summary>Predictions of one tenth of probability.</summary>
/// <param name="Predicted">Their mean probability.</param>
/// <param name="Observed">The share that left.</param>
/// <param name="Count">How many.</param>
public sealed record CalibrationPoint(double Predicted, double Observed, long Count);
