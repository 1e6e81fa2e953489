using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Queries;

/// <summary>What one partition tells of a workspace: copies only, for another thread to merge.</summary>
internal sealed class WorkspacePart
{
    /// <summary>The sums.</summary>
    public required WorkspaceShard Shard { get; init; }

    /// <summary>Customers by band at the instant.</summary>
    public required RiskCounts Risk { get; init; }

    /// <summary>Interactions a second.</summary>
    public required double PerSecond { get; init; }

    /// <summary>Alerts.</summary>
    public required AlertCounts Alerts { get; init; }

    /// <summary>The customers most at risk, with the segments they are in as bits.</summary>
    public required IReadOnlyList<(CustomerRow Row, ulong Membership)> Riskiest { get; init; }

    /// <summary>What came in last, newest first.</summary>
    public required IReadOnlyList<FeedEntry> Feed { get; init; }

    /// <summary>Answers of all time, by survey.</summary>
    public required IReadOnlyDictionary<string, long> SurveyResponses { get; init; }

    /// <summary>Members and re-evaluation of each segment.</summary>
    public required IReadOnlyDictionary<string, (long Members, int Cursor, int Target)> Segments { get; init; }

    /// <summary>Copies from a partition, on its thread.</summary>
    public static WorkspacePart Take(WorkspaceState workspace, long atMs, bool isNow) => new()
    {
        Shard = WorkspaceShard.Merge(new WorkspaceShard(), workspace.Shard),
        Risk = isNow ? PopulationViews.RiskOf(workspace.Shard.Customers) : RiskAt(workspace.Customers, atMs),
        PerSecond = isNow ? workspace.Rate.PerSecond(atMs) : 0,
        Alerts = new AlertCounts(workspace.Alerts.OpenCount, workspace.AlreadySoCount),
        Riskiest = [.. RiskiestAt(workspace, atMs, isNow).Select(entry => (EntryViews.Of(entry, atMs, isNow), entry.Membership))],
        Feed = [.. workspace.Recent.NewestFirst.Select(recent => FeedOf(recent.Position, recent.ReceivedMs, recent.Interaction, recent.Entry, workspace))],
        SurveyResponses = workspace.Surveys.ToDictionary(pair => pair.Key, pair => pair.Value.Shard.Responses),
        Segments = workspace.Segments.ToDictionary(segment => segment.Definition.Id, segment => (segment.Shard.Members, segment.Cursor, segment.Target)),
    };

    /// <summary>Customers by band at an instant that is not now.</summary>
    public static RiskCounts RiskAt(IEnumerable<CustomerEntry> customers, long atMs)
    {
        Span<long> counts = stackalloc long[4];
        foreach (var entry in customers)
        {
            counts[(int)ChurnRisk.Band(entry.Rhythm, atMs)]++;
        }

        return new RiskCounts(
            counts[(int)RiskBand.Low], counts[(int)RiskBand.Medium], counts[(int)RiskBand.High], counts[(int)RiskBand.NotEnoughData]);
    }

    // At another instant the bands differ from those that are settled, so that everyone is looked at afresh.
    private static IReadOnlyList<CustomerEntry> RiskiestAt(WorkspaceState workspace, long atMs, bool isNow) =>
        isNow ? workspace.Riskiest.Find(workspace.Customers, atMs) : RiskiestCustomers.Search(workspace.Customers, entry => ChurnRisk.Band(entry.Rhythm, atMs), atMs);

    private static FeedEntry FeedOf(Position position, long receivedMs, Interaction interaction, CustomerEntry entry, WorkspaceState workspace)
    {
        var survey = interaction.Answer is { } answer ? workspace.Surveys.GetValueOrDefault(answer.Survey)?.Shard : null;
        var isAnswer = interaction.Type == InteractionTypes.SurveyResponse && survey is not null;
        return new FeedEntry
        {
            Id = position.ToString(),
            Customer = entry.Id,
            Name = entry.Name,
            Received = Instants.ToTime(receivedMs),
            Category = isAnswer ? AnswerCategory.Of(survey!.Metric, interaction.Answer!.Score, survey.Scale) : null,
            Entry = new TimelineEntryView
            {
                At = Instants.ToTime(interaction.AtMs),
                Type = interaction.Type,
                Channel = interaction.Channel,
                Touchpoint = interaction.Touchpoint,
                Value = isAnswer ? interaction.Answer!.Score : interaction.Value,
                Currency = interaction.Currency,
                Label = isAnswer ? interaction.Answer!.Comment : interaction.Label,
            },
        };
    }
}
