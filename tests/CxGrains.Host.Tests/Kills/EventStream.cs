namespace CxGrains.Host.Tests.Kills;

/// <summary>Numbered events of many customers, the same ones for the same seed.</summary>
/// <param name="number">Sets the ids and times of several streams apart.</param>
/// <param name="streams">How many streams there are.</param>
/// <param name="seed">The seed.</param>
/// <param name="firstMs">The time of the first event.</param>
internal sealed class EventStream(int number, int streams, int seed, long firstMs)
{
    private const int Customers = 60;

    private static readonly string[] Plans = ["free", "pro", "enterprise"];
    private static readonly string[] Channels = ["web", "mobile", "store"];

    private readonly Random _random = new(seed + number);
    private SentEvent? _toEdit;
    private int _count;

    /// <summary>The next event; an edit of an answer comes right behind it.</summary>
    public SentEvent Next()
    {
        // A second apart, and no two of all streams at the same time.
        var atMs = firstMs + (((long)_count * streams) + number) * 1000;
        var id = $"{number}-{_count++}";
        if (_toEdit is { } answer)
        {
            _toEdit = null;
            return answer with { Id = id, AtMs = atMs, Score = _random.Next(11), Revision = 1 };
        }

        var plain = new SentEvent(id, $"customer-{_random.Next(Customers)}", "visit", atMs, Channels[_random.Next(Channels.Length)]);
        switch (_random.Next(10))
        {
            case < 3:
                return plain with { Type = "purchase", Cents = _random.Next(1, 100_000) };
            case < 6:
                var answered = plain with { Type = "survey_response", Score = _random.Next(11), Response = $"r-{id}" };
                _toEdit = _random.Next(4) == 0 ? answered : null;
                return answered;
            case < 7:
                return plain with { Type = "identify", Plan = Plans[_random.Next(Plans.Length)] };
            default:
                return plain;
        }
    }
}
