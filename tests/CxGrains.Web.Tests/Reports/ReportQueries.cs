using System.Diagnostics;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Reports;

/// <summary>A company whose NPS fell on one channel, with a name in each place that a sender fills.</summary>
internal sealed class ReportQueries : IQueries
{
    /// <summary>What stands wherever a sender's text may stand.</summary>
    public string Name { get; set; } = "Acme";

    /// <summary>The instants that surveys were asked for.</summary>
    public List<DateTimeOffset?> AskedSurveys { get; } = [];

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    public static readonly ChangeView Fell = new()
    {
        Status = ScoreStatus.Ok,
        Now = new TrendPoint(12.5, 4.25, 20.75, 1_200),
        Before = new TrendPoint(30, 22, 38, 1_100),
        Difference = -17.5,
        Z = -3,
        P = 0.002,
        IsReal = true,
        Words = "fell",
    };

    public static readonly ChangeView Stood = new()
    {
        Status = ScoreStatus.Ok,
        Now = new TrendPoint(81.4, 79, 83.6, 900),
        Before = new TrendPoint(80.9, 78.4, 83.2, 880),
        Difference = 0.5,
        Z = 0.3,
        P = 0.7,
        IsReal = false,
        Words = "stood",
    };

    private static readonly ChangeView Unknown = new() { Status = ScoreStatus.NotEnoughData, Words = "?" };

    private readonly FakeQueries _others = new();

    public async ValueTask<WorkspaceView> WorkspaceAsync(string workspace, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        (await _others.WorkspaceAsync(workspace, asOf, cancellationToken)) with
        {
            Name = Name,
            Customers = 5_000,
            Risk = new RiskCounts(4_000, 700, 275, 25),
            Trend = new TrendView { Nps = Trend(), Csat = new Dictionary<string, TrendPoint>(), Ces = new Dictionary<string, TrendPoint>() },
            Surveys = [new SurveySummary("nps", Name, SurveyMetric.Nps, 10, 9_000)],
            Segments = [new SegmentSummary("vip", Name, 200, 1)],
        };

    public ValueTask<CustomerPage> CustomersAsync(string workspace, CustomerQuery query, CancellationToken cancellationToken) => ValueTask.FromResult(new CustomerPage(1, [new CustomerRow
    {
        Id = "cust-17",
        Name = Name + " Lovelace",
        Account = Name,
        LastSeen = Now.AddDays(-40),
        Engagement = new EngagementView { Status = ScoreStatus.NotEnoughData },
        Churn = new ChurnView { Status = ScoreStatus.Ok, Band = RiskBand.High, Probability = 0.934, Why = "No sign of life for 40 days" },
        Value = 12_345.6m,
        Segments = [],
    }], null));

    public ValueTask<SurveyView?> SurveyAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        AskedSurveys.Add(asOf);
        var isNow = asOf > Now.AddDays(-7);
        return ValueTask.FromResult<SurveyView?>(new SurveyView
        {
            Id = id,
            Name = Name,
            Metric = SurveyMetric.Nps,
            Scale = 10,
            AsOf = asOf ?? Now,
            WindowDays = windowDays,
            Responses = isNow ? 1_200 : 1_100,
            ResponsesAllTime = 9_000,
            Nps = new NpsView { Status = ScoreStatus.Ok, Responses = isNow ? 1_200 : 1_100, Score = isNow ? 12.5 : 30 },
            Change = Fell,
            ResponseRate = new ResponseRateView { Status = ScoreStatus.Ok, Sent = 4_000, Responses = 1_200, Percent = 30 },
            Histogram = Enumerable.Range(0, 11).ToDictionary(score => $"{score}", score => (long)score * 20),
            Trend = Trend(),
            Channels = isNow ? [new BreakdownRow(Name, 600, 35), new BreakdownRow("call", 600, -10)] : [new BreakdownRow(Name, 550, 30), new BreakdownRow("call", 550, 30)],
            Touchpoints = [new BreakdownRow(Name, 1_200, 12.5)],
            Comments = [new CommentView("cust-99", Name, Now.AddDays(-1), 2, "detractor", $"{Name} said something")],
        });
    }

    public ValueTask<SegmentView?> SegmentAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken) => ValueTask.FromResult<SegmentView?>(new SegmentView
    {
        Id = id,
        Name = Name,
        Rule = default,
        Trend = new TrendView { Nps = Trend(), Csat = Trend(), Ces = Trend() },
        AsOf = Now,
        Members = 200,
        Progress = 1,
        Nps = FakeQueries.NoNps,
        Csat = FakeQueries.NoCsat,
        Ces = FakeQueries.NoCes,
        Risk = new RiskCounts(100, 60, 33, 7),
        Purchases = FakeQueries.NoPurchases,
    });

    public async ValueTask<InsightsView?> InsightsAsync(string workspace, string? segment, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        (await _others.InsightsAsync(workspace, segment, windowDays, asOf, cancellationToken))! with
        {
            Segment = segment,
            Changes = new ChangesView(Fell, Stood, Unknown),
            Goals = segment is not null ? [] :
            [
                new GoalView
                {
                    Id = "g", Name = Name, Metric = GoalMetric.Nps, Target = 40, From = new DateOnly(2026, 1, 1), By = new DateOnly(2026, 12, 31),
                    Status = ScoreStatus.Ok, Value = 12.5, MarginOfError = 8.25, OnTrack = OnTrack.No, Words = "",
                },
            ],
        };

    public ValueTask<AlertPage> AlertsAsync(string workspace, string state, int limit, CancellationToken cancellationToken) => ValueTask.FromResult(
        state == "resolved"
            ? new AlertPage(2, [Alert("a1", Now.AddDays(-2), "cust-17", AlertOutcome.Saved), Alert("a2", Now.AddDays(-30), "cust-18", AlertOutcome.Lost)]) { Record = new AlertRecordView(3, 1, 1, 80) }
            : new AlertPage(state == "open" ? 1 : 0, state == "open" ? [Alert("a3", Now.AddDays(-1), null, null)] : []) { Record = new AlertRecordView(3, 1, 1, 80) });

    public ValueTask<CustomerView?> CustomerAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken) => _others.CustomerAsync(workspace, id, asOf, cancellationToken);

    public ValueTask<CustomerRecordView?> CustomerRecordAsync(string workspace, string id, CancellationToken cancellationToken) => _others.CustomerRecordAsync(workspace, id, cancellationToken);

    public ValueTask<ModelView> ModelAsync(string workspace, CancellationToken cancellationToken) => _others.ModelAsync(workspace, cancellationToken);

    public ValueTask<DryRunView> DryRunAsync(string workspace, AlertRule rule, int examples, CancellationToken cancellationToken) => _others.DryRunAsync(workspace, rule, examples, cancellationToken);

    private AlertView Alert(string id, DateTimeOffset at, string? customer, AlertOutcome? outcome) => new()
    {
        Id = id,
        Rule = "r",
        RuleName = Name,
        Severity = AlertSeverity.Critical,
        Condition = AlertConditionType.RiskBand,
        Subject = customer is null ? new AlertSubject(AlertSubjectKind.Survey, "nps") : new AlertSubject(AlertSubjectKind.Customer, customer),
        Customer = customer,
        Name = customer is null ? Name : $"{Name} of {customer}",
        At = at,
        State = outcome is null ? "open" : "resolved",
        Outcome = outcome,
        Reason = "so",
    };

    private static Dictionary<string, TrendPoint> Trend() => Enumerable.Range(0, 60).Where(day => day != 30)
        .ToDictionary(day => $"{Now.AddDays(day - 60):yyyy-MM-dd}", day => new TrendPoint(30 - (day / 4.0), 22 - (day / 4.0), 38 - (day / 4.0), 1_000));

    public ValueTask<AccountPage> AccountsAsync(string workspace, AccountQuery query, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<AccountView?> AccountAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<RuleCountView> CountAsync(string workspace, SegmentRule rule, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<ComparisonView?> CompareAsync(string workspace, ComparisonQuery query, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<SurveySegmentsView?> SurveySegmentsAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<CommentsView?> CommentsAsync(string workspace, CommentQuery query, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<SegmentOverlapView?> OverlapAsync(string workspace, string first, string second, CancellationToken cancellationToken) => throw NotAsked();

    private static UnreachableException NotAsked() => new("A report asks for nothing of this");
}
