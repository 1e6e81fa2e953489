using CxGrains.Abstractions.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Conformance.Runtimes;

/// <summary>Adds reports to a runtime under test.</summary>
internal static class ReportsUnderTest
{
    /// <summary>Adds a desk whose reports are <see cref="PlainReports"/>.</summary>
    public static void AddPlainReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportStore>();
        services.AddSingleton<IReportRenderer, PlainReports>();
        services.AddSingleton<ReportDesk>();
    }
}
