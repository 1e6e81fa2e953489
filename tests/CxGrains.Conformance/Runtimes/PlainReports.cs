using CxGrains.Abstractions.Reports;

namespace CxGrains.Conformance.Runtimes;

/// <summary>Draws reports that say which window they are of, and name two customers where they may: what they look like is not the runtime's affair.</summary>
internal sealed class PlainReports : IReportRenderer
{
    /// <summary>The name of a report that cannot be drawn.</summary>
    public const string Broken = "broken";

    /// <inheritdoc/>
    public Task<RenderedReport> RenderAsync(ReportAsk ask, CancellationToken cancellationToken) => ask.Report.Name == Broken
        ? throw new ReportException("it is broken")
        : Task.FromResult(new RenderedReport(
            $"<p>{ask.FromDay} {ask.ToDay} {Guid.NewGuid()}</p>",
            "hash",
            new ReportMail(ask.Report.Name, "lead", [new ReportFact("NPS", "12")], "open", "no link", "en", false),
            ask.Report.IncludeCustomers ? ["ada", "bob"] : []));
}
