using System.ComponentModel;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain;
using CxGrains.Domain.Reports;

namespace CxGrains.Web.Reports.Views;

/// <summary>A report as it is defined.</summary>
[Description("A summary of a page that is issued by a schedule.")]
internal sealed record ReportView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows.</summary>
    public required ReportPageView Page { get; init; }

    /// <summary>UTC days in its window.</summary>
    public required int WindowDays { get; init; }

    /// <summary>When it is issued.</summary>
    public required ReportScheduleView Schedule { get; init; }

    /// <summary>The language.</summary>
    public required ReportLanguage Language { get; init; }

    /// <summary>The destinations that it is sent to.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Whether it names customers.</summary>
    public required bool IncludeCustomers { get; init; }

    /// <summary>Whether its schedule is kept.</summary>
    public required bool Enabled { get; init; }

    /// <summary>When it is issued next; absent where its schedule is not kept.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>The view of a report.</summary>
    /// <param name="record">The report.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public static ReportView Of(ReportRecord record, long nowMs)
    {
        var report = record.Report;
        return new ReportView
        {
            Id = report.Id,
            Name = report.Name,
            Page = new ReportPageView(report.Page.Kind, report.Page.Id),
            WindowDays = report.WindowDays,
            Schedule = ReportScheduleView.Of(report.Schedule),
            Language = report.Language,
            Recipients = report.Recipients,
            IncludeCustomers = report.IncludeCustomers,
            Enabled = report.Enabled,
            Next = report.Enabled ? Instants.ToTime(report.Schedule.NextDueMs(nowMs)) : null,
        };
    }
}
