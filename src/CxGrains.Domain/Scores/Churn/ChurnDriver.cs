namespace CxGrains.Domain.Scores.Churn;

/// <summary>One thing that raises or lowers a customer's churn risk.</summary>
/// <param name="Words">What it is, as a CX person reads it.</param>
/// <param name="LogOdds">What it adds to the log-odds against the workspace's average customer; above 0 raises the risk.</param>
public readonly record struct ChurnDriver(string Words, double LogOdds);
