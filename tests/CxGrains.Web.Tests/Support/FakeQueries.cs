using System.Text.Json;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Web.Tests.Support;

/// <summary>Views that a test sets.</summary>
internal sealed class FakeQueries : IQueries
{
    private int _reads;

    public static readonly NpsView NoNps = new() { Status = ScoreStatus.NotEnoughData };
    public static readonly CsatView NoCsat = new() { Status = ScoreStatus.NotEnoughData };
    public static readonly CesView NoCes = new() { Status = ScoreStatus.NotEnoughData, Method = "mean" };
    public static readonly PurchasesView NoPurchases = new() { ByCurrency = new Dictionary<string, decimal>() };

    /// <summary>Interactions of every workspace's view.</summary>
    public long Interactions { get; set; }

    /// <summary>The instant of every view.</summary>
    public DateTimeOffset AsOf { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>What the last customer query asked.</summary>
    public CustomerQuery? Asked { get; private set; }

    /// <summary>What the last account query asked.</summary>
    public AccountQuery? AskedAccounts { get; private set; }

    /// <summary>What the last comparison asked.</summary>
    public ComparisonQuery? AskedComparison { get; private set; }

    /// <summary>What the last query of comments asked.</summary>
    public CommentQuery? AskedComments { get; private set; }

    /// <summary>The <c>asOf</c> the last workspace query asked.</summary>
    public DateTimeOffset? AskedAsOf { get; private set; }

    /// <summary>Views read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Thrown by the next reads, if any.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Customers that exist, as workspace and id.</summary>
    public HashSet<(string Workspace, string Id)> Customers { get; } = [];

    public ValueTask<WorkspaceView> WorkspaceAsync(string workspace, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        AskedAsOf = asOf;
        if (Fault is { } fault)
        {
            throw fault;
        }

        return ValueTask.FromResult(new WorkspaceView
        {
            Id = workspace,
            Name = workspace,
            AsOf = asOf ?? AsOf,
            Customers = Customers.Count,
            Interactions = Interactions,
            InteractionsPerSecond = 0,
            Nps = NoNps,
            Csat = NoCsat,
            Ces = NoCes,
            Risk = new RiskCounts(0, 0, 0, 0),
            AtRisk = 0,
            Alerts = new AlertCounts(0, 0),
            Purchases = NoPurchases,
            Trend = new TrendView { Nps = NoTrend(), Csat = NoTrend(), Ces = NoTrend() },
            AtRiskCustomers = [],
            Feed = [],
            Surveys = [],
            Segments = [],
        });
    }

    public ValueTask<CustomerPage> CustomersAsync(string workspace, CustomerQuery query, CancellationToken cancellationToken)
    {
        Asked = query;
        return ValueTask.FromResult(new CustomerPage(0, [], null));
    }

    public ValueTask<AccountPage> AccountsAsync(string workspace, AccountQuery query, CancellationToken cancellationToken)
    {
        AskedAccounts = query;
        return ValueTask.FromResult(new AccountPage(0, [], null));
    }

    public ValueTask<AccountView?> AccountAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        ValueTask.FromResult<AccountView?>(id != "a/b" ? null : new AccountView
        {
            Id = id,
            Name = id,
            AsOf = asOf ?? AsOf,
            Customers = 2,
            Active = 1,
            Interactions = 3,
            Engagement = new EngagementView { Status = ScoreStatus.NotEnoughData },
            Purchases = NoPurchases,
            Worst = new WorstRiskView { Status = ScoreStatus.NotEnoughData, Band = RiskBand.NotEnoughData },
            AtRisk = 0,
            Nps = NoNps,
            LastSeen = AsOf,
            Renewal = new RenewalView(new DateOnly(2026, 3, 1), -5, IsPast: true, IsRenewed: false),
            Members = new CustomerPage(0, [], null),
            OpenAlerts = new AccountAlerts(0, []),
        });

    public ValueTask<RuleCountView> CountAsync(string workspace, SegmentRule rule, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new RuleCountView(rule.Source.GetRawText().Length, 100, 100, true, null));

    public ValueTask<CustomerView?> CustomerAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return ValueTask.FromResult(!Customers.Contains((workspace, id)) ? null : new CustomerView
        {
            Id = id,
            Traits = new Dictionary<string, object> { ["plan"] = "pro", ["seats"] = 3.0, ["beta"] = true },
            AsOf = asOf ?? AsOf,
            FirstSeen = AsOf,
            LastSeen = AsOf,
            Interactions = Interactions,
            Channels = new Dictionary<string, long>(),
            Engagement = new EngagementView { Status = ScoreStatus.NotEnoughData },
            Churn = new ChurnView { Status = ScoreStatus.NotEnoughData, Band = RiskBand.NotEnoughData },
            Purchases = NoPurchases,
            Health = new HealthView { Status = ScoreStatus.NotEnoughData, Known = 0, Since = AsOf, Measures = [] },
            Buying = new BuyingView { Status = ScoreStatus.NotEnoughData, HorizonDays = 365 },
            Advocacy = new AdvocacyView { Status = AdvocacyStatus.NotEnoughData, Referrals = 0, Reviews = 0, Testimonial = new TestimonialView(false, "") },
            Answers = [],
            Timeline = [],
            Segments = [],
            Tickets = [],
            BandChanges = [],
        });
    }

    public async ValueTask<CustomerRecordView?> CustomerRecordAsync(string workspace, string id, CancellationToken cancellationToken) =>
        await CustomerAsync(workspace, id, null, cancellationToken) is { } customer
            ? new CustomerRecordView { Customer = customer, MergedIds = ["ada-before"], SettledTickets = [], Journeys = [], ActiveDays = 1, RememberedIds = 1 }
            : null;

    public ValueTask<SurveyView?> SurveyAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        ValueTask.FromResult(id != "known" ? null : new SurveyView
        {
            Id = id,
            Name = id,
            Metric = SurveyMetric.Nps,
            Scale = 10,
            AsOf = AsOf,
            WindowDays = windowDays,
            Responses = 0,
            ResponsesAllTime = 0,
            Nps = NoNps,
            Change = NoChange,
            ResponseRate = new ResponseRateView { Status = ScoreStatus.NotEnoughData },
            Histogram = new Dictionary<string, long>(),
            Trend = NoTrend(),
            Channels = [],
            Touchpoints = [],
            Comments = [],
        });

    public ValueTask<SegmentView?> SegmentAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SegmentView?>(null);

    public ValueTask<SegmentOverlapView?> OverlapAsync(string workspace, string first, string second, CancellationToken cancellationToken) =>
        ValueTask.FromResult(first == "known" ? new SegmentOverlapView(first, second, 1, 2, 3, 10) : null);

    public ValueTask<ComparisonView?> CompareAsync(string workspace, ComparisonQuery query, CancellationToken cancellationToken)
    {
        AskedComparison = query;
        var side = new ComparedView(query.Segment, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 30));
        return ValueTask.FromResult(query.Survey == "known" ? new ComparisonView(query.Survey, SurveyMetric.Nps, ComparisonBasis.AllAnswers, side, side, NoChange) : null);
    }

    public ValueTask<SurveySegmentsView?> SurveySegmentsAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        ValueTask.FromResult(id == "known" ? new SurveySegmentsView(id, SurveyMetric.Nps, ComparisonBasis.LatestOfMembers, windowDays, [new("vip", "VIP", 3, null)]) : null);

    public ValueTask<CommentsView?> CommentsAsync(string workspace, CommentQuery query, CancellationToken cancellationToken)
    {
        AskedComments = query;
        return ValueTask.FromResult(query.Survey == "known" ? new CommentsView(query.Survey, 0, true, []) : null);
    }

    public ValueTask<AlertPage> AlertsAsync(string workspace, string state, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new AlertPage(0, []));

    public ValueTask<DryRunView> DryRunAsync(string workspace, AlertRule rule, int examples, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new DryRunView(7, 1, 5, true, [new DryRunExample("ada", null, null, AsOf, $"{rule.Condition.Type} {examples}")]));

    public ValueTask<InsightsView?> InsightsAsync(string workspace, string? segment, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        ValueTask.FromResult<InsightsView?>(InsightsViews.Of(
            segment, new PopulationShard(), new InsightsContext { Definitions = Defined }, windowDays, (asOf ?? AsOf).ToUnixTimeMilliseconds()));

    public ValueTask<ModelView> ModelAsync(string workspace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ModelViews.Of(Abstractions.Definitions.WorkspaceDefinitions.Empty, []));

    private static WorkspaceDefinitions Defined => WorkspaceDefinitions.Empty with
    {
        Settings = WorkspaceSettings.Parse(JsonElement.Parse("""
            {"journeys":[{"id":"buy","stages":[{"id":"look","type":"visit"},{"id":"buy","type":"purchase"}]}],
             "goals":[{"id":"more","metric":"customers","start":0,"target":10,"from":"2026-01-01","by":"2026-12-31"}]}
            """)),
    };

    private static ChangeView NoChange => new() { Status = ScoreStatus.NotEnoughData, Words = "Not enough answers to tell." };

    private static Dictionary<string, TrendPoint> NoTrend() => [];
}
