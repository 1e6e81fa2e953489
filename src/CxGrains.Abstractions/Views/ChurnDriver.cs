namespace CxGrains.Abstractions.Views;

/// <summary>One reason for a churn probability.</summary>
/// <param name="Factor">What it is for programs: <c>silence</c>, <c>history</c>, <c>trend</c>, <c>nps</c>, <c>csat</c>, <c>ces</c>, <c>tickets</c>, <c>cancelRequest</c>, <c>value</c>, <c>activity.KIND</c>, <c>trait.KEY</c>, or <c>other</c> for all the rest.</param>
/// <param name="Contribution">What it adds to the log-odds against the average customer; positive raises the risk.</param>
/// <param name="Text">The reason in words.</param>
public sealed record ChurnDriver(string Factor, double Contribution, string Text);
