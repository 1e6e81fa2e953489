namespace CxGrains.Abstractions.Views;

/// <summary>How many customers a rule would have.</summary>
/// <param name="Count">Those that match; where not all were looked at, an estimate by the share of those that were.</param>
/// <param name="Total">All customers.</param>
/// <param name="Looked">Customers looked at: all, or a sample of those there are, evenly spread.</param>
/// <param name="IsExact">Whether all were looked at.</param>
/// <param name="MarginOfError">Half the width of the 95 % interval of <paramref name="Count"/> in customers, where it is an estimate.</param>
public sealed record RuleCountView(long Count, long Total, long Looked, bool IsExact, long? MarginOfError);
