using BenchmarkDotNet.Attributes;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Benchmarks;

/// <summary>Merging two partitions' parts of a workspace, as every read of it does.</summary>
[MemoryDiagnoser]
public class WorkspaceShardBenchmarks
{
    private const int MembersCount = 10_000;

    private WorkspaceShard _first = new();
    private WorkspaceShard _second = new();

    /// <summary>Days with answers.</summary>
    [Params(90, 1_000)]
    public int Days { get; set; }

    /// <summary>Makes the parts.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _first = Create(seed: 1);
        _second = Create(seed: 2);
    }

    /// <summary>Merges.</summary>
    [Benchmark]
    public WorkspaceShard Merge() => WorkspaceShard.Merge(_first, _second);

    private WorkspaceShard Create(int seed)
    {
        var shard = new WorkspaceShard();
        var random = new Random(seed);
        var today = Instants.DayOf(SampleLines.StartMs);
        for (var i = 0; i < MembersCount; i++)
        {
            var day = today - random.Next(Days);
            var nps = new LatestAnswer(Instants.StartOfDayMs(day), random.Next(11), 10);
            var csat = new LatestAnswer(Instants.StartOfDayMs(day), random.Next(1, 6), 5);
            var purchases = Purchases.None.With(1, "EUR", random.Next(1, 500));
            shard.Customers.Join(new PopulationMember((RiskBand)random.Next(4), nps, csat, null, purchases));
            shard.Answers.Add(SurveyMetric.Nps, nps.Score, nps.Scale, day);
            shard.Answers.Add(SurveyMetric.Csat, csat.Score, csat.Scale, day);
            shard.AddInteractions(10);
        }

        return shard;
    }
}
