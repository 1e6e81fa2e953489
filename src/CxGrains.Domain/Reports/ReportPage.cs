namespace CxGrains.Domain.Reports;

/// <summary>Which page a report shows.</summary>
/// <param name="Kind">The page.</param>
/// <param name="Id">The survey's or segment's id; null where the page is about all customers.</param>
public sealed record ReportPage(ReportPageKind Kind, string? Id);
