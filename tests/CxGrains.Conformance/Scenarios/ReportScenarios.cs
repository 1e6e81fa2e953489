using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Reports;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Reports;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Reports are issued once a period and sent once, whoever looks and whatever ends in between.</summary>
public abstract class ReportScenarios : RuntimeScenarios
{
    private const string Board = "board";

    // The clock begins on Sunday 2025-06-15 at noon.
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours(20);

    [ScenarioFact]
    public async Task A_report_is_issued_once_a_week_and_sent_once_through_crashes()
    {
        var runtime = await StartWithDataAsync();
        var record = await DefineAsync(runtime, Weekly);
        await runtime.LookAtReportsAsync();
        Assert.Empty(await IssuesAsync(runtime, record));

        runtime.Clock.Advance(ToMonday);
        await runtime.LookAtReportsAsync();
        await runtime.LookAtReportsAsync();
        await CrashAndStartAsync(runtime);
        await runtime.LookAtReportsAsync();

        var issue = Assert.Single(await IssuesAsync(runtime, record));
        Assert.Equal(("2025-W25", true, true), (issue.Id, issue.IsScheduled, issue.IsMailed));
        Assert.Equal((DayOf("2025-06-09"), DayOf("2025-06-15")), (issue.FromDay, issue.ToDay));
        var sent = Assert.Single(await SentAsync(runtime));
        Assert.Equal((Notice.ReportRule, record.Code, "2025-W25"), (sent.Notice.Rule, sent.Notice.ReportCode, sent.Notice.ReportIssue));

        runtime.Clock.Advance(TimeSpan.FromDays(7));
        await runtime.LookAtReportsAsync();
        Assert.Equal(["2025-W26", "2025-W25"], (await IssuesAsync(runtime, record)).Select(one => one.Id));
        Assert.Equal(2, (await SentAsync(runtime)).Count);
    }

    [ScenarioFact]
    public async Task What_ended_between_the_issue_and_its_sending_is_sent_and_not_drawn_again()
    {
        var runtime = await StartWithDataAsync();
        var record = await DefineAsync(runtime, Weekly);
        var store = new ReportStore(runtime.Documents);
        var period = Weekly.Schedule.LatestDue(NowMs(runtime) + (long)ToMonday.TotalMilliseconds);
        var ask = new ReportAsk(Client.Workspace, record.Report, 1, 7, NowMs(runtime));
        var drawn = await store.AddIssueAsync(record, ReportIssue.New(record, period.Key, true, ask, await new PlainReports().RenderAsync(ask, CancellationToken.None)), CancellationToken.None);
        Assert.False(drawn!.IsMailed);
        await CrashAndStartAsync(runtime);

        runtime.Clock.Advance(ToMonday);
        await runtime.LookAtReportsAsync();

        var issue = Assert.Single(await IssuesAsync(runtime, record));
        Assert.True(issue.IsMailed);
        Assert.Equal(drawn.Page(), issue.Page());
        Assert.Single(await SentAsync(runtime));
    }

    [ScenarioFact]
    public async Task Several_who_look_at_once_issue_and_send_one()
    {
        var runtime = await StartWithDataAsync();
        var record = await DefineAsync(runtime, Weekly);
        runtime.Clock.Advance(ToMonday);
        var desks = Enumerable.Range(0, 4).Select(_ => new ReportDesk(new ReportStore(runtime.Documents), runtime.Outbox, new PlainReports()));

        await Task.WhenAll(desks.Select(desk => desk.LookAsync(Client.Workspace, NowMs(runtime), (_, error) => throw error, CancellationToken.None)));
        await runtime.LookAtReportsAsync();

        Assert.True(Assert.Single(await IssuesAsync(runtime, record)).IsMailed);
        Assert.Single(await SentAsync(runtime));
    }

    [ScenarioFact]
    public async Task After_an_absence_the_latest_period_is_made_up_for_and_no_other()
    {
        var runtime = await StartWithDataAsync();
        var record = await DefineAsync(runtime, Weekly);
        await runtime.StopAsync();
        runtime.Clock.Advance(TimeSpan.FromDays(24));
        await runtime.StartAsync();

        await runtime.LookAtReportsAsync();
        await runtime.LookAtReportsAsync();

        var issue = Assert.Single(await IssuesAsync(runtime, record));
        Assert.Equal(("2025-W28", DayOf("2025-07-06")), (issue.Id, issue.ToDay));
        Assert.Single(await SentAsync(runtime));
    }

    [ScenarioFact]
    public async Task A_deleted_issue_opens_nothing_and_its_period_is_not_issued_again()
    {
        var runtime = await StartWithDataAsync();
        var record = await DefineAsync(runtime, Weekly);
        runtime.Clock.Advance(ToMonday);
        await runtime.LookAtReportsAsync();
        var store = new ReportStore(runtime.Documents);
        var token = record.TokenOf("2025-W25");
        Assert.Equal("2025-W25", (await store.OpenAsync(token, CancellationToken.None))?.Id);
        Assert.Null(await store.OpenAsync(token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), CancellationToken.None));

        Assert.True(await store.RevokeAsync(record, "2025-W25", CancellationToken.None));
        await CrashAndStartAsync(runtime);
        await runtime.LookAtReportsAsync();
        store = new ReportStore(runtime.Documents);

        Assert.Null(await store.OpenAsync(token, CancellationToken.None));
        Assert.False(await store.RevokeAsync(record, "2025-W25", CancellationToken.None));
        Assert.True(Assert.Single(await IssuesAsync(runtime, record)).IsRevoked);
        Assert.Single(await SentAsync(runtime));
    }

    [ScenarioFact]
    public async Task Of_many_issues_the_newest_are_kept_and_the_latest_scheduled_one()
    {
        var runtime = await StartWithDataAsync();
        var record = await DefineAsync(runtime, Weekly with { Recipients = [] });
        runtime.Clock.Advance(ToMonday);
        await runtime.LookAtReportsAsync();
        var desk = new ReportDesk(new ReportStore(runtime.Documents), runtime.Outbox, new PlainReports());
        for (var i = 0; i < ReportLimits.IssuesMax + 2; i++)
        {
            Assert.NotNull(await desk.IssueNowAsync(record, NowMs(runtime) + i, sends: false, CancellationToken.None));
        }

        await CrashAndStartAsync(runtime);
        await runtime.LookAtReportsAsync();

        var issues = await IssuesAsync(runtime, record);
        Assert.Equal(ReportLimits.IssuesMax + 1, issues.Count);
        Assert.Equal("2025-W25", Assert.Single(issues, issue => issue.IsScheduled).Id);
        Assert.Empty(await SentAsync(runtime));
    }

    [ScenarioFact]
    public async Task One_that_cannot_be_drawn_keeps_no_other_from_being_issued()
    {
        var runtime = await StartWithDataAsync();
        var broken = await DefineAsync(runtime, Weekly with { Id = "a-broken", Name = PlainReports.Broken });
        var record = await DefineAsync(runtime, Weekly);
        runtime.Clock.Advance(ToMonday);

        await runtime.LookAtReportsAsync();

        Assert.Empty(await IssuesAsync(runtime, broken));
        Assert.Single(await IssuesAsync(runtime, record));
    }

    [ScenarioFact]
    public async Task A_report_that_is_off_or_removed_is_issued_no_more_and_one_that_is_on_again_makes_up_for_nothing()
    {
        var runtime = await StartWithDataAsync();
        var store = new ReportStore(runtime.Documents);
        var record = await DefineAsync(runtime, Weekly);
        var off = await store.PutAsync(record.With(Weekly with { Enabled = false, Version = record.Report.Version }, NowMs(runtime)), 1, CancellationToken.None);
        runtime.Clock.Advance(ToMonday);
        await runtime.LookAtReportsAsync();
        var on = await store.PutAsync(off.With(Weekly with { Version = off.Report.Version }, NowMs(runtime)), 2, CancellationToken.None);
        await runtime.LookAtReportsAsync();
        Assert.Empty(await IssuesAsync(runtime, on));

        runtime.Clock.Advance(TimeSpan.FromDays(7));
        await runtime.LookAtReportsAsync();
        Assert.Equal("2025-W26", Assert.Single(await IssuesAsync(runtime, on)).Id);

        await store.RemoveAsync(on, CancellationToken.None);
        runtime.Clock.Advance(TimeSpan.FromDays(7));
        await runtime.LookAtReportsAsync();
        Assert.Empty(await IssuesAsync(runtime, on));
        Assert.Null(await store.OpenAsync(on.TokenOf("2025-W26"), CancellationToken.None));
    }

    [ScenarioFact]
    public async Task Alerts_are_not_sent_where_only_reports_are_wanted()
    {
        var runtime = await StartWithDataAsync(reportsOnly: true);
        using var rule = System.Text.Json.JsonDocument.Parse("""{"condition":{"type":"complaint"}}""");
        await runtime.Definitions.DefineAlertRuleAsync(Client.Workspace, Domain.Alerts.AlertRuleReader.Read(rule.RootElement, "complaint"), null, CancellationToken.None);
        await new Client(runtime).SendAsync(Lines.Of("c1", "ada", "complaint", Lines.Noon));
        Assert.Equal(1, (await AlertsAsync(runtime)).Open);
        await runtime.SaveAsync();
        Assert.Empty(await SentAsync(runtime));

        await DefineAsync(runtime, Weekly);
        runtime.Clock.Advance(ToMonday);
        await runtime.LookAtReportsAsync();
        Assert.Equal(Notice.ReportRule, Assert.Single(await SentAsync(runtime)).Notice.Rule);
    }

    [ScenarioFact]
    public async Task An_issue_that_names_an_erased_customer_goes_and_others_stay()
    {
        var runtime = await StartWithDataAsync();
        var named = await DefineAsync(runtime, Weekly with { Id = "named", IncludeCustomers = true });
        var record = await DefineAsync(runtime, Weekly);
        runtime.Clock.Advance(ToMonday);
        await runtime.LookAtReportsAsync();
        Assert.Equal(["ada", "bob"], Assert.Single(await IssuesAsync(runtime, named)).Customers);

        await new Client(runtime).SendAsync("""{"id":"e1","customer":"bob","type":"erase"}""");
        await runtime.SaveAsync();
        await RestartAsync(runtime);
        await UntilClosedAsync(runtime, named.TokenOf("2025-W25"));

        var gone = Assert.Single(await IssuesAsync(runtime, named));
        Assert.Equal((true, 0), (gone.IsRevoked, gone.Customers.Count));
        Assert.False(Assert.Single(await IssuesAsync(runtime, record)).IsRevoked);
        await runtime.LookAtReportsAsync();
        Assert.True(Assert.Single(await IssuesAsync(runtime, named)).IsRevoked);
    }

    private static Report Weekly => new()
    {
        Id = "weekly",
        Name = "Weekly",
        Page = new ReportPage(ReportPageKind.Overview, null),
        WindowDays = 7,
        Schedule = new ReportSchedule { Every = ReportCadence.Weekly, Weekday = DayOfWeek.Monday, Day = 1, Hour = 8, Zone = "UTC" },
        Language = ReportLanguage.En,
        Recipients = [Board],
        IncludeCustomers = false,
        Enabled = true,
    };

    private async Task<IRuntimeUnderTest> StartWithDataAsync(bool reportsOnly = false)
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("v1", "ada", Lines.Noon), Lines.Visit("v2", "bob", Lines.Noon));
        var board = new Destination { Id = Board, Name = Board, Kind = DestinationKind.Email, Addresses = ["board@example.com"], ReportsOnly = reportsOnly };
        await runtime.Destinations.DefineAsync(Client.Workspace, board, null, CancellationToken.None);
        return runtime;
    }

    private static async Task<ReportRecord> DefineAsync(IRuntimeUnderTest runtime, Report report) =>
        await new ReportStore(runtime.Documents).PutAsync(ReportRecord.New(Client.Workspace, report, NowMs(runtime)), 0, CancellationToken.None);

    private static async Task<IReadOnlyList<ReportIssue>> IssuesAsync(IRuntimeUnderTest runtime, ReportRecord record) =>
        await new ReportStore(runtime.Documents).IssuesAsync(record, CancellationToken.None);

    private static async Task<IReadOnlyList<DeliveryEntry>> SentAsync(IRuntimeUnderTest runtime) =>
        await runtime.Outbox.DeliveriesAsync(Client.Workspace, Board, DeliveryFilter.All, long.MaxValue, OutboxLimits.PageMax, CancellationToken.None);

    // The sweep runs by itself, some time after the checkpoint.
    private static async Task UntilClosedAsync(IRuntimeUnderTest runtime, string token)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await new ReportStore(runtime.Documents).OpenAsync(token, patience.Token) is not null)
        {
            runtime.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    private static long NowMs(IRuntimeUnderTest runtime) => runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static int DayOf(string date) => Instants.DayOf(new DateTimeOffset(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds());
}
