namespace CxGrains.Abstractions.Reports;

/// <summary>A figure in an e-mail.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure in words, with its margin and its change.</param>
public sealed record ReportFact(string Name, string Value);
