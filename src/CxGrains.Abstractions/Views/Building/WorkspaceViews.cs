using CxGrains.Abstractions.Definitions;
using CxGrains.Domain;
using CxGrains.Domain.Index;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>A workspace as readers see it, merged from the partitions' parts.</summary>
public static class WorkspaceViews
{
    /// <summary>The view.</summary>
    public static WorkspaceView Of(
        string id, string name, WorkspaceDefinitions definitions, IReadOnlyList<WorkspacePart> parts, long atMs, bool isNow)
    {
        var shard = parts.Aggregate(new WorkspaceShard(), (merged, part) => WorkspaceShard.Merge(merged, part.Shard));
        var (fromDay, toDay) = PopulationViews.LatestWindow(atMs);
        var latest = shard.Customers.LatestAnswers;
        var risk = Sum(parts.Select(part => part.Risk));
        return new WorkspaceView
        {
            Id = id,
            Name = name,
            AsOf = Instants.ToTime(atMs),
            Customers = shard.Customers.Members,
            Interactions = shard.Interactions,
            InteractionsPerSecond = isNow ? Math.Round(parts.Sum(part => part.PerSecond), 1) : 0,
            Nps = ScoreViews.Of(latest.Nps(fromDay, toDay)),
            Csat = ScoreViews.Of(latest.Csat(fromDay, toDay)),
            Ces = ScoreViews.Of(latest.Ces(fromDay, toDay), CesMethod.Mean),
            Risk = risk,
            AtRisk = risk.High,
            Alerts = new AlertCounts(
                AlertsPart.CountOnce(parts.Sum(part => part.Alerts.Open), [.. parts.Select(part => part.SharedAlerts)]), parts.Sum(part => part.Alerts.AlreadySo)),
            Purchases = PopulationViews.Of(shard.Customers.Purchases),
            Trend = PopulationViews.TrendOf(shard.Answers, toDay),
            AtRiskCustomers = RiskiestOf(parts, definitions),
            Feed = [.. parts.SelectMany(part => part.Feed).OrderByDescending(entry => entry.Received).ThenByDescending(entry => entry.Id, StringComparer.Ordinal).Take(RecentInteractions.CountMax)],
            Surveys = [.. definitions.Surveys.Values.Select(survey => SummaryOf(survey, parts))],
            Segments = [.. definitions.Segments.Values.Select(segment => SummaryOf(segment, parts))],
        };
    }

    /// <summary>Customers by band, over partitions.</summary>
    public static RiskCounts Sum(IEnumerable<RiskCounts> counts) => counts.Aggregate(
        new RiskCounts(0, 0, 0, 0), (sum, part) => new RiskCounts(sum.Low + part.Low, sum.Medium + part.Medium, sum.High + part.High, sum.NotEnoughData + part.NotEnoughData));

    private static List<CustomerRow> RiskiestOf(IReadOnlyList<WorkspacePart> parts, WorkspaceDefinitions definitions) =>
    [
        .. parts.SelectMany(part => part.Riskiest)
            .OrderByDescending(item => item.Row.Churn.Probability)
            .ThenBy(item => item.Row.Id, StringComparer.Ordinal)
            .Take(RiskiestCustomers.CountMax)
            .Select(item => item.Row with { Segments = EntryViews.SegmentsOf(item.Membership, definitions.Slots) }),
    ];

    private static SurveySummary SummaryOf(SurveyDefinition survey, IReadOnlyList<WorkspacePart> parts) => new(
        survey.Id, survey.Name, survey.Metric, survey.Scale, parts.Sum(part => part.SurveyResponses.GetValueOrDefault(survey.Id)));

    private static SegmentSummary SummaryOf(SegmentDefinition segment, IReadOnlyList<WorkspacePart> parts)
    {
        var states = parts.Select(part => part.Segments.GetValueOrDefault(segment.Id)).ToList();
        return new SegmentSummary(segment.Id, segment.Name, states.Sum(state => state.Members), SegmentViews.ProgressOf(states.Select(state => (state.Cursor, state.Target))));
    }
}
