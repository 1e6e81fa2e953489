namespace CxGrains.Domain.Scores.Churn;

/// <summary>One thing that raises or lowers a customer's churn risk.</summary>
/// <param name="Factor">What it is for programs: <c>silence</c>, <c>history</c>, <c>trend</c>, <c>nps</c>, <c>csat</c>, <c>ces</c>, <c>tickets</c>, <c>cancelRequest</c>, <c>value</c>, <c>activity.KIND</c> or <c>trait.KEY</c>.</param>
/// <param name="Words">What it is, as a CX person reads it.</param>
/// <param name="LogOdds">What it adds to the log-odds against the workspace's average customer; above 0 raises the risk.</param>
public readonly record struct ChurnDriver(string Factor, string Words, double LogOdds);
