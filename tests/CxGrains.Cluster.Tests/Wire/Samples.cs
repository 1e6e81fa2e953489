using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Live;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Queries;
using CxGrains.Cluster.Shards;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Workspaces;

namespace CxGrains.Cluster.Tests.Wire;

/// <summary>One object of each type that is stored or sent, with every member set.</summary>
internal static class Samples
{
    private static readonly SurveyOnWire Survey = new() { Id = "nps", Name = "NPS", Metric = 1, Scale = 10, CesMethod = 1, Version = 2 };

    private static readonly KeptAnnouncement Kept = new() { Position = 65_537, Bytes = [1, 1] };

    private static readonly RuleSet Rules = new() { Segments = ["{\"id\":\"vip\"}", "{\"id\":\"new\"}"] };

    private static readonly CustomerRecord Record = new()
    {
        Position = 131_072,
        Kind = RecordKind.Interaction,
        NowMs = 1_749_988_800_000,
        IsNews = true,
        Line = new InteractionLine { Utf8 = "{}"u8.ToArray(), ReceivedMs = 1_749_988_800_001 },
        Survey = Survey,
    };

    private static readonly ShardRecord Contribution = new() { Position = 131_072, Customer = "ada", Announcement = [1, 1] };

    /// <summary>The samples.</summary>
    public static IReadOnlyList<object> All { get; } =
    [
        Kept,
        Rules,
        Survey,
        Record,
        Record.Line,
        new CustomerEffect { Bytes = [1, 2] },
        new EffectRow(3, 7),
        new CustomerRecords { CommittedRow = 1, Rules = Rules, Records = [Record], Worker = 7, BoundTo = 9 },
        new CustomerFolded { Activation = 9, Position = 131_072, Announcements = [Kept], Entry = [2, 3], Poisoned = 131_073, Error = "why" },
        new CustomerRow { State = [1, 2], Announcements = [Kept] },
        Contribution,
        new ShardRecords { Records = [Contribution], Worker = 7, BoundTo = 9 },
        new ShardTaken { Activation = 9, Count = 3, AlertsChanged = true },
        new ShardVersion(9, 4),
        new ShardSnapshot { Version = new ShardVersion(9, 4), State = [1, 2] },
        new ShardRow { State = [1, 2] },
        new LogEntry(7, [1, 2, 3], "ada"),
        new WatchedTopic("acme", "customer/ada"),
        new PartitionStatus { Activation = 7, AppliedRow = 3, CommittedRow = 2, Customers = 5, Failure = "why" },
        new PartitionRow { CommittedRow = 2, Head = [1, 2] },
        new Json { Utf8 = "{}"u8.ToArray() },
        new DefinitionAnswer { Survey = Survey, Segment = "{}", Refusal = Refusal.Field, Field = "rule", Message = "why" },
        new WorkspaceRow { Version = 3, Surveys = [Survey], Segments = ["{}"], Unsent = ["{}"] },
        new DefinitionsSnapshot { Version = 3, Surveys = [Survey], Segments = ["{}"] },
    ];
}
