using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.Benchmarks;

/// <summary>Reading and checking one interaction, against a walk over the same line's tokens that keeps nothing.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly NamePool _names = new();
    private byte[] _line = [];

    /// <summary>The interaction's type.</summary>
    [Params("page", "purchase", "survey_response")]
    public string Type { get; set; } = "";

    /// <summary>Makes the line, which must be valid: a rejected one costs another time.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _line = Type switch
        {
            "page" => SampleLines.Line(0),
            "purchase" => SampleLines.Line(3),
            _ => SampleLines.Answer(0),
        };
        SampleLines.Read(_line, _names);
    }

    /// <summary>The reference.</summary>
    [Benchmark(Baseline = true)]
    public int Utf8JsonReaderOnly()
    {
        var reader = new Utf8JsonReader(_line);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>Reads and checks.</summary>
    [Benchmark]
    public bool TryRead() => InteractionReader.TryRead(_line, SampleLines.ReceivedMs, _names, out _, out _);
}
