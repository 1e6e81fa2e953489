using System.Text.Json;

namespace CxGrains.Web.Connectors.Mapping;

/// <summary>
/// A revision made of instants, for tools that tell when an answer was changed and not how often: it grows with the time since the answer was
/// given. The first version is 0, as a customer with many answers takes no later revision of one that it has let go.
/// </summary>
internal static class EditRevision
{
    private const long SecondsMax = 500_000;
    private const long MinutesMax = 499_999;

    /// <summary>The revision of an answer.</summary>
    /// <param name="givenMs">When it was given, Unix milliseconds UTC.</param>
    /// <param name="changedMs">When it was changed last, Unix milliseconds UTC.</param>
    /// <returns>Seconds between, and beyond five days fewer: it tells edits apart that are a minute or more apart, for a year.</returns>
    public static int Of(long givenMs, long changedMs)
    {
        var seconds = Math.Max(0, (changedMs - givenMs + 999) / 1000);
        return (int)(seconds <= SecondsMax ? seconds : SecondsMax + Math.Min(MinutesMax, (seconds - SecondsMax + 59) / 60));
    }

    /// <summary>The revision by the instants at two places; 0 where one is not there.</summary>
    /// <exception cref="UnreadableException">What is there is no instant.</exception>
    public static int Of(JsonElement payload, string given, string changed) =>
        JsonPointer.Find(payload, given) is { } first && JsonPointer.Find(payload, changed) is { } last
            ? Of(MappedInteraction.InstantMs(first, given), MappedInteraction.InstantMs(last, changed))
            : 0;
}
