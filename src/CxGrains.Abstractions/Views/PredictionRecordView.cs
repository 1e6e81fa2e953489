namespace CxGrains.Abstractions.Views;

/// <summary>
/// How right the newest predictions were (at most 2,000 a partition): those of the workspace's own model once there are 100 of them, and until then those of
/// the prior. The two are never mixed.
/// </summary>
public sealed record PredictionRecordView
{
    /// <summary>Whether customers of both kinds, some that left and some that stayed, are known. Where not, there are no figures.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Predictions judged, by whomever.</summary>
    public required long Predictions { get; init; }

    /// <summary>Those of them that the workspace's own model made.</summary>
    public required long ByOwnModel { get; init; }

    /// <summary>Whose predictions the figures below are of.</summary>
    public required ChurnSource Of { get; init; }

    /// <summary>Share that left, 0 to 1; absent without predictions.</summary>
    public double? LeftShare { get; init; }

    /// <summary>Chance that of one customer that left and one that stayed the former had the higher probability, 0 to 1; 0.5 is guessing.</summary>
    public double? Auc { get; init; }

    /// <summary>Mean squared error of the probability, 0 the best.</summary>
    public double? Brier { get; init; }

    /// <summary>Mean distance of predicted and observed shares over the bins, 0 the best.</summary>
    public double? CalibrationError { get; init; }

    /// <summary>How many times more of the riskiest tenth left than of all.</summary>
    public double? TopDecileLift { get; init; }

    /// <summary>Predicted against observed, by tenths of probability; empty tenths are left out.</summary>
    public required IReadOnlyList<CalibrationPoint> Calibration { get; init; }
}
