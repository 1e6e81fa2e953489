using System.Xml.Linq;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain.Reports;
using CxGrains.Web.Delivery;
using CxGrains.Web.Reports;
using CxGrains.Web.Tests.Delivery.Support;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Reports;

public class ReportMailTests
{
    private const string Hostile = "<b>Board</b> & \u202Eco";

    [Theory]
    [InlineData(ReportLanguage.En, "ltr", "https://cx.example.com")]
    [InlineData(ReportLanguage.Ar, "rtl", "https://cx.example.com/")]
    [InlineData(ReportLanguage.Th, "ltr", null)]
    public async Task It_says_the_figures_in_a_few_lines_and_leads_to_the_report(ReportLanguage language, string direction, string? publicUrl)
    {
        var (store, drawn) = (new ReportStore(new FakeStorage()), await Drawn.OfAsync(new ReportQueries { Name = Hostile }, language: language, name: Hostile));
        var (record, notice) = await StoreAsync(store, drawn.Report);
        var mails = new ReportMails(store, new ReportLinks(Options.Create(new DeliveryOptions { PublicUrl = publicUrl })));

        var mail = (await mails.FindAsync("acme", notice, CancellationToken.None))!;

        var page = XElement.Parse(mail.Html[(mail.Html.IndexOf('>', StringComparison.Ordinal) + 1)..]);
        Assert.Equal(direction, (string?)page.Attribute("dir"));
        Assert.StartsWith("<b>Board</b> & co: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("12.5 ±8.3", mail.Text, StringComparison.Ordinal);
        Assert.Contains("12.5 ±8.3", page.Value, StringComparison.Ordinal);
        Assert.Contains("275 (5.5%)", page.Value, StringComparison.Ordinal);
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain(mail.Html + mail.Text, c => c == '\u202E');
        var link = publicUrl is null ? null : $"https://cx.example.com/r/{record.TokenOf("2026-W47")}";
        Assert.Equal(link, (string?)page.Descendants("a").SingleOrDefault()?.Attribute("href"));
        Assert.Equal(link is null, !mail.Text.Contains("/r/", StringComparison.Ordinal));
        Assert.EndsWith(link ?? drawn.Report.Mail.NoLink, mail.Text.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_whose_issue_was_deleted_before_it_was_sent_is_withdrawn(bool isDeleted)
    {
        await using var office = new PostOffice();
        var store = new ReportStore(office.Documents);
        await office.Outbox.DefineAsync(PostOffice.Workspace, new Destination { Id = "board", Name = "board", Kind = DestinationKind.Email, Addresses = ["a@example.com"] }, null, CancellationToken.None);
        var (record, notice) = await StoreAsync(store, (await Drawn.OfAsync(new ReportQueries())).Report);
        await office.Outbox.AddOnceAsync(PostOffice.Workspace, "board", notice, office.NowMs, CancellationToken.None);
        await office.Outbox.AddOnceAsync(PostOffice.Workspace, "board", notice, office.NowMs, CancellationToken.None);
        if (isDeleted)
        {
            Assert.True(await store.RevokeAsync(record, "2026-W47", CancellationToken.None));
        }

        await office.StartAsync();

        // There is no mail server, so that what is tried fails.
        var entry = await office.UntilAsync("board", one => isDeleted ? one.State == MessageState.Withdrawn : one.Attempts.Count > 0);
        Assert.Equal(isDeleted, entry.Attempts.Count == 0);
    }

    private static async Task<(ReportRecord Record, Notice Notice)> StoreAsync(ReportStore store, RenderedReport rendered)
    {
        var report = new Report
        {
            Id = "board",
            Name = "Board",
            Page = new ReportPage(ReportPageKind.Overview, null),
            WindowDays = 7,
            Schedule = new ReportSchedule { Every = ReportCadence.Weekly, Weekday = DayOfWeek.Monday, Day = 1, Hour = 8, Zone = "UTC" },
            Language = ReportLanguage.En,
            Recipients = ["board"],
            IncludeCustomers = false,
            Enabled = true,
        };
        var record = await store.PutAsync(ReportRecord.New(PostOffice.Workspace, report, 0), 0, CancellationToken.None);
        var issue = ReportIssue.New(record, "2026-W47", isScheduled: true, new ReportAsk(PostOffice.Workspace, report, 1, 7, 0), rendered);
        return (record, Notice.Of(record, (await store.AddIssueAsync(record, issue, CancellationToken.None))!));
    }
}
