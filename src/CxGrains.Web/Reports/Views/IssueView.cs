using System.ComponentModel;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain;

namespace CxGrains.Web.Reports.Views;

/// <summary>One issue of a report.</summary>
/// <param name="Id">Its id: the week as <c>2026-W48</c>, the month as <c>2026-12</c>, or one of its own where it was made by hand.</param>
/// <param name="Scheduled">Whether a turn of the schedule made it.</param>
/// <param name="Issued">When it was made.</param>
/// <param name="From">The first UTC day of its window.</param>
/// <param name="To">The last one.</param>
/// <param name="Bytes">Bytes of its page.</param>
/// <param name="Customers">Customers that it names.</param>
/// <param name="Link">Where it is opened by whoever has the link; a path alone where the server does not know its own address.</param>
[Description("One issue of a report. Whoever has its link may read it, without a sign-in, until it is deleted.")]
internal sealed record IssueView(string Id, bool Scheduled, DateTimeOffset Issued, DateOnly From, DateOnly To, int Bytes, int Customers, string Link)
{
    /// <summary>The view of an issue.</summary>
    public static IssueView Of(ReportRecord record, ReportIssue issue, ReportLinks links) => new(
        issue.Id,
        issue.IsScheduled,
        Instants.ToTime(issue.IssuedMs),
        DayOf(issue.FromDay),
        DayOf(issue.ToDay),
        issue.Bytes,
        issue.Customers.Count,
        links.Of(record, issue.Id));

    private static DateOnly DayOf(int day) => DateOnly.FromDateTime(Instants.ToTime(Instants.StartOfDayMs(day)).DateTime);
}
