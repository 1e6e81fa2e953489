using System.Globalization;
using System.Text;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.ClusterLoad;

/// <summary>Batches of 1,000 interactions, made before the clock starts.</summary>
internal static class BatchSource
{
    /// <summary>Interactions a batch.</summary>
    public const int BatchInteractions = 1_000;

    private static int _made;

    /// <summary>Visits with a purchase now and then.</summary>
    /// <param name="batches">Batches.</param>
    /// <param name="customers">Customers, taken in turn.</param>
    /// <param name="each">Interactions of each customer in a batch.</param>
    /// <param name="names">Shares names.</param>
    public static List<InteractionBatch> Visits(int batches, int customers, int each, NamePool names)
    {
        var next = 0;
        return Make(batches, names, (batch, i) =>
        {
            var customer = i % each == 0 ? next = (next + 1) % customers : next;
            return i % 10 == 9
                ? $$"""{"id":"v{{_made}}-{{batch}}-{{i}}","customer":"c{{customer}}","type":"purchase","channel":"web","value":19.9,"currency":"EUR"}"""
                : $$"""{"id":"v{{_made}}-{{batch}}-{{i}}","customer":"c{{customer}}","type":"visit","channel":"web","touchpoint":"home"}""";
        });
    }

    /// <summary>Survey answers, spread over surveys or nine in ten to one.</summary>
    public static List<InteractionBatch> Answers(int batches, int customers, int surveys, bool isHot, NamePool names) => Make(batches, names, (batch, i) =>
    {
        var survey = isHot && i % 10 != 0 ? 0 : i % surveys;
        var customer = ((batch * BatchInteractions) + i) % customers;
        return $$"""{"id":"a{{_made}}-{{batch}}-{{i}}","customer":"c{{customer}}","type":"survey_response","survey":"s{{survey}}","metric":"nps","score":{{i % 11}},"channel":"email"}""";
    });

    private static List<InteractionBatch> Make(int batches, NamePool names, Func<int, int, string> line)
    {
        // No id comes twice in a run: a repeat would cost less.
        _made++;
        var nowMs = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var made = new List<InteractionBatch>(batches);
        for (var batch = 0; batch < batches; batch++)
        {
            var lines = Enumerable.Range(0, BatchInteractions).Select(i => Encoding.UTF8.GetBytes(line(batch, i))).ToList();
            made.Add(new InteractionBatch
            {
                Workspace = "load",
                ReceivedMs = nowMs,
                Interactions = [.. lines.Select(utf8 => Read(utf8, nowMs, names))],
                Lines = lines.SelectMany(utf8 => utf8).ToArray(),
                LineLengths = [.. lines.Select(utf8 => utf8.Length)],
            });
        }

        return made;
    }

    private static Interaction Read(byte[] utf8, long nowMs, NamePool names) =>
        InteractionReader.TryRead(utf8, nowMs, names, out var interaction, out var error)
            ? interaction!
            : throw new InvalidOperationException(error.ToString());
}
