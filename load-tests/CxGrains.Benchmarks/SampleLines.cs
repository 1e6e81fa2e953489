using System.Globalization;
using System.Text;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.Benchmarks;

/// <summary>Lines as customers send them, about 200 bytes each.</summary>
internal static class SampleLines
{
    /// <summary>When the first one happened, Unix milliseconds UTC: 2026-01-01.</summary>
    public const long StartMs = 1_767_225_600_000;

    /// <summary>Milliseconds from one of a customer's interactions to the next: seven hours, so that several fall on a day.</summary>
    public const long DistanceMs = 7 * 3_600_000;

    /// <summary>When all of them were received, behind the last one.</summary>
    public const long ReceivedMs = StartMs + (1_000 * DistanceMs);

    private static readonly string[] Rests =
    [
        ""","type":"page","channel":"web","touchpoint":"pricing","properties":{"title":"Plans and pricing","durationMs":1832}}""",
        ""","type":"feature_used","channel":"app","touchpoint":"product","properties":{"feature":"saved_search","items":12}}""",
        ""","type":"visit","channel":"web","touchpoint":"home","properties":{"referrer":"https://search.example/results","screens":4}}""",
        ""","type":"purchase","channel":"web","touchpoint":"checkout","value":129.95,"currency":"EUR","properties":{"items":2}}""",
        ""","type":"message","channel":"chat","touchpoint":"help","properties":{"subject":"Where is my parcel?","words":31}}""",
    ];

    /// <summary>The line of one interaction of a customer; types take turns.</summary>
    /// <param name="number">From 0.</param>
    public static byte[] Line(int number) => LineOf(number, Rests[number % Rests.Length]);

    /// <summary>A survey answer.</summary>
    public static byte[] Answer(int number) => LineOf(
        number, ""","type":"survey_response","channel":"email","touchpoint":"support","survey":"relationship","metric":"nps","score":9,"comment":"Quick and friendly."}""");

    /// <summary>What puts a customer into an account.</summary>
    public static byte[] Group(string account, long atMs) => Encoding.UTF8.GetBytes(
        $$"""{"customer":"customer-042317","type":"group","account":"{{account}}","at":"{{DateTimeOffset.FromUnixTimeMilliseconds(atMs):yyyy-MM-ddTHH:mm:ss.fffZ}}"}""");

    /// <summary>The line, read.</summary>
    public static Interaction Read(byte[] line, NamePool names) =>
        InteractionReader.TryRead(line, ReceivedMs, names, out var interaction, out var error)
            ? interaction!
            : throw new InvalidOperationException($"A sample line is invalid: {error}");

    private static byte[] LineOf(int number, string rest)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(StartMs + (number * DistanceMs)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($$"""{"id":"evt-{{number:D10}}","customer":"customer-042317","at":"{{at}}"{{rest}}""");
    }
}
