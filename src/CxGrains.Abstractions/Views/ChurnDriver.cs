namespace CxGrains.Abstractions.Views;

/// <summary>One reason for a churn probability.</summary>
/// <param name="Factor"><c>silence</c> or <c>history</c>.</param>
/// <param name="Contribution">Signed part of the log-odds; positive raises the risk.</param>
/// <param name="Text">The reason in words.</param>
public sealed record ChurnDriver(string Factor, double Contribution, string Text);
