using BenchmarkDotNet.Attributes;
using CxGrains.Domain;
using CxGrains.Domain.Surveys;

namespace CxGrains.Benchmarks;

/// <summary>Counting one answer in a partition's part of a survey: answers of today, and answers spread over a year as an import brings them.</summary>
[MemoryDiagnoser]
public class SurveyShardBenchmarks
{
    private const int AnswersCount = 1_024;
    private const int Scale = 10;

    private readonly AnswerContribution[] _answers = new AnswerContribution[AnswersCount];
    private readonly SurveyShard _shard = new(SurveyMetric.Nps, Scale);

    /// <summary>Days over which the answers are spread.</summary>
    [Params(1, 365)]
    public int Days { get; set; }

    /// <summary>Makes the answers.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var today = Instants.DayOf(SampleLines.StartMs);
        for (var i = 0; i < AnswersCount; i++)
        {
            var atMs = Instants.StartOfDayMs(today - random.Next(Days)) + i;
            var comment = i % 4 == 0 ? "Quick and friendly." : null;
            _answers[i] = new AnswerContribution(
                "relationship", SurveyMetric.Nps, Scale, atMs, random.Next(Scale + 1), "email", "support", comment, "customer-042317", (ulong)i);
        }
    }

    /// <summary>Counts; the figures are of one answer.</summary>
    [Benchmark(OperationsPerInvoke = AnswersCount)]
    public void Add()
    {
        foreach (var answer in _answers)
        {
            _shard.Add(answer);
        }
    }
}
