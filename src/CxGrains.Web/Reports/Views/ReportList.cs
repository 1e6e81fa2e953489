namespace CxGrains.Web.Reports.Views;

/// <summary>The reports of a workspace.</summary>
/// <param name="Reports">By id.</param>
/// <param name="LinksAreWhole">Whether links hold the server's address, so that e-mail can have them; it is told by <c>Web:PublicUrl</c>.</param>
internal sealed record ReportList(IReadOnlyList<ReportView> Reports, bool LinksAreWhole);
