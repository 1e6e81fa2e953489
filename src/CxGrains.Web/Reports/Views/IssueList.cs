namespace CxGrains.Web.Reports.Views;

/// <summary>The issues of a report.</summary>
/// <param name="Issues">The newest first.</param>
internal sealed record IssueList(IReadOnlyList<IssueView> Issues);
