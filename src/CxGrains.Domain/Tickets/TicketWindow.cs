namespace CxGrains.Domain.Tickets;

/// <summary>What was counted of tickets over some days, and those open now. An immutable value.</summary>
public sealed class TicketWindow
{
    private readonly long[] _counts;
    private readonly long[] _open;
    private readonly long[] _firstReplies;
    private readonly long[] _resolutions;

    internal TicketWindow(long[] counts, long[] open, long[] firstReplies, long[] resolutions) =>
        (_counts, _open, _firstReplies, _resolutions) = (counts, open, firstReplies, resolutions);

    /// <summary>First replies by <see cref="DurationBuckets"/>.</summary>
    public ReadOnlySpan<long> FirstReplies => _firstReplies;

    /// <summary>Resolutions by <see cref="DurationBuckets"/>.</summary>
    public ReadOnlySpan<long> Resolutions => _resolutions;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => new[] { _counts, _open, _firstReplies, _resolutions }.All(sums => sums.All(sum => sum == 0));

    /// <summary>A count, or a state of open tickets; durations have none of their own.</summary>
    public long this[TicketMeasure measure] => measure switch
    {
        TicketMeasure.FirstReply => _firstReplies.Sum(),
        TicketMeasure.Resolution => _resolutions.Sum(),
        >= TicketMeasure.Waiting => _open[measure - TicketMeasure.Waiting],
        _ => _counts[(int)measure],
    };

    /// <summary>Both together.</summary>
    public static TicketWindow Merge(TicketWindow a, TicketWindow b) =>
        new(Add(a._counts, b._counts), Add(a._open, b._open), Add(a._firstReplies, b._firstReplies), Add(a._resolutions, b._resolutions));

    private static long[] Add(long[] a, long[] b) => [.. a.Zip(b, (first, second) => first + second)];
}
