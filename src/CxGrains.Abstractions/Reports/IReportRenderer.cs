namespace CxGrains.Abstractions.Reports;

/// <summary>Draws reports. Whoever shows pages does it; the runtime only says when.</summary>
public interface IReportRenderer
{
    /// <summary>Draws a report by the same queries that the page asks.</summary>
    /// <exception cref="ReportException">What it shows is not defined, or it has become too large.</exception>
    Task<RenderedReport> RenderAsync(ReportAsk ask, CancellationToken cancellationToken);
}
