using CxGrains.Abstractions.Reports;
using CxGrains.Web.Reports.Drawing;
using CxGrains.Web.Reports.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Reports;

/// <summary>Adds reports: what draws them, and the desk that the runtime's owner asks.</summary>
internal static class ReportServices
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportStore>();
        services.AddSingleton<FigureReader>();
        services.AddSingleton<IReportRenderer, ReportRenderer>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<ReportLinks>();
        services.AddSingleton<ReportMails>();
    }
}
