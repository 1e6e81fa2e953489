using CxGrains.Domain;

namespace CxGrains.Web.Audit;

/// <summary>
/// What was read lately, so that a page that asks again every few seconds is one reading. In memory, bounded, and safe for concurrent use:
/// what is forgotten is written down once more, never once less.
/// </summary>
internal sealed class RecentReadings
{
    /// <summary>Minutes within which the same reading by the same key from the same address is one.</summary>
    public const int RepeatMinutes = 15;

    /// <summary>Readings remembered.</summary>
    public const int CountMax = 10_000;

    private const long RepeatMs = RepeatMinutes * 60_000L;

    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, long> _writtenMs = [];

    /// <summary>Whether a reading was written down lately.</summary>
    /// <param name="reading">Who reads what from where, as one text.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public bool Has(string reading, long nowMs)
    {
        lock (_lock)
        {
            return _writtenMs.TryGetValue(Fingerprint.Of(reading), out var writtenMs) && nowMs - writtenMs < RepeatMs && nowMs >= writtenMs;
        }
    }

    /// <summary>Takes note that it was.</summary>
    public void Add(string reading, long nowMs)
    {
        lock (_lock)
        {
            if (_writtenMs.Count >= CountMax)
            {
                foreach (var (old, _) in _writtenMs.Where(entry => nowMs - entry.Value >= RepeatMs).ToList())
                {
                    _writtenMs.Remove(old);
                }
            }

            if (_writtenMs.Count < CountMax)
            {
                _writtenMs[Fingerprint.Of(reading)] = nowMs;
            }
        }
    }
}
