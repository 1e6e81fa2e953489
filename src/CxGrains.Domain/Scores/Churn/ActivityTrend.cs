namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// Whether a customer's activity rises or falls: its recent rate against its longer one, both exponentially decayed counts.
/// A count decays as S * 2^(-dt/h); an activity adds 1, or 2^(-age/h) when it arrives late, so that order does not matter
/// but for rounding. An immutable value.
/// </summary>
/// <param name="ClockMs">The instant the counts are aligned to, Unix milliseconds UTC: that of the newest activity; 0 when empty.</param>
/// <param name="Fast">The count with the half-life <see cref="FastHalfLifeDays"/>.</param>
/// <param name="Slow">The count with the half-life <see cref="SlowHalfLifeDays"/>.</param>
public readonly record struct ActivityTrend(long ClockMs, double Fast, double Slow)
{
    /// <summary>Half-life of the recent count, days.</summary>
    public const double FastHalfLifeDays = 14;

    /// <summary>Half-life of the longer count, days.</summary>
    public const double SlowHalfLifeDays = 90;

    /// <summary>
    /// ln(recent rate / longer rate) at <see cref="ClockMs"/>, where a rate is count * ln 2 / half-life: 0 for steady activity,
    /// below 0 where it falls; at most ln(90/14), as for a customer's first activity; 0 when empty.
    /// </summary>
    public double LogRatio => Slow > 0 ? Math.Log(Fast * SlowHalfLifeDays / (Slow * FastHalfLifeDays)) : 0;

    /// <summary>With one more activity.</summary>
    /// <param name="atMs">When it happened, before or after the clock.</param>
    public ActivityTrend With(long atMs)
    {
        var aligned = atMs > ClockMs ? AlignedTo(atMs) : this;
        var ageMs = aligned.ClockMs - atMs;
        return new(aligned.ClockMs, aligned.Fast + DecayOver(ageMs, FastHalfLifeDays), aligned.Slow + DecayOver(ageMs, SlowHalfLifeDays));
    }

    /// <summary>Both together, aligned to the later clock.</summary>
    public ActivityTrend Merge(ActivityTrend other)
    {
        var clockMs = Math.Max(ClockMs, other.ClockMs);
        var (mine, theirs) = (AlignedTo(clockMs), other.AlignedTo(clockMs));
        return new(clockMs, mine.Fast + theirs.Fast, mine.Slow + theirs.Slow);
    }

    private static double DecayOver(long ageMs, double halfLifeDays) =>
        ageMs == 0 ? 1 : double.Exp2(-ageMs / (halfLifeDays * TimeSpan.MillisecondsPerDay));

    // Before the first activity the clock says nothing, and both counts are 0.
    private ActivityTrend AlignedTo(long clockMs) => ClockMs == clockMs || ClockMs == 0
        ? this with { ClockMs = clockMs }
        : new(clockMs, Fast * DecayOver(clockMs - ClockMs, FastHalfLifeDays), Slow * DecayOver(clockMs - ClockMs, SlowHalfLifeDays));
}
