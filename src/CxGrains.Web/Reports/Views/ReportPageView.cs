using CxGrains.Domain.Reports;

namespace CxGrains.Web.Reports.Views;

/// <summary>What a report shows.</summary>
/// <param name="Kind">The page.</param>
/// <param name="Id">The survey or segment; absent for all customers.</param>
internal sealed record ReportPageView(ReportPageKind Kind, string? Id);
