using System.Runtime.CompilerServices;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores;

/// <summary>
/// Engagement, 0 to 100, from exponentially decayed counts of what a customer does, by kind of interaction.
/// A count decays as S * 2^(-dt/h); an interaction adds 1, or 2^(-age/h) when it arrives late, so that order does not matter.
/// Score = 100 * (1 - 2^(-E/<see cref="HalfScorePoints"/>)) with E the weighted sum of the counts. An immutable value.
/// </summary>
public struct Engagement : IEquatable<Engagement>
{
    /// <summary>Days after which an interaction counts half.</summary>
    public const double HalfLifeDays = 30;

    /// <summary>Weighted points at which the score is 50.</summary>
    public const double HalfScorePoints = 20;

    /// <summary>Kinds that are counted: all but <see cref="InteractionKind.Passive"/>.</summary>
    public const int KindsCount = (int)InteractionKind.Passive;

    private const double HalfLifeMs = HalfLifeDays * TimeSpan.MillisecondsPerDay;

    // Points for one interaction of each kind; what takes the customer more effort weighs more.
    private static readonly double[] Weights = [1, 1, 2, 8, 3, 2, 1, 5];

    // Past the range of a double's exponent: after this no count is left of any that a double can hold.
    private const long VanishedMs = (long)(2200 * HalfLifeMs);

    private Counts _counts;

    /// <summary>The instant the counts are aligned to, Unix milliseconds UTC: that of the newest counted interaction; 0 when empty.</summary>
    public long ClockMs { get; private set; }

    /// <summary>The counts as stored.</summary>
    /// <param name="clockMs">The instant they are aligned to.</param>
    /// <param name="counts"><see cref="KindsCount"/> counts in the order of <see cref="InteractionKind"/>.</param>
    public static Engagement Restore(long clockMs, ReadOnlySpan<double> counts)
    {
        var engagement = new Engagement { ClockMs = clockMs };
        counts.CopyTo(engagement._counts);
        return engagement;
    }

    /// <summary>The decayed count of a kind, at <see cref="ClockMs"/>.</summary>
    public readonly double Count(InteractionKind kind) => _counts[(int)kind];

    /// <summary>With one more interaction.</summary>
    /// <param name="kind">Its kind; <see cref="InteractionKind.Passive"/> changes nothing.</param>
    /// <param name="atMs">When it happened, before or after the clock.</param>
    public readonly Engagement With(InteractionKind kind, long atMs)
    {
        if (kind == InteractionKind.Passive)
        {
            return this;
        }

        var next = atMs > ClockMs ? AlignedTo(atMs) : this;
        next._counts[(int)kind] += DecayOver(next.ClockMs - atMs);
        return next;
    }

    /// <summary>Both together, aligned to the later clock.</summary>
    public readonly Engagement Merge(Engagement other)
    {
        var clockMs = Math.Max(ClockMs, other.ClockMs);
        var merged = AlignedTo(clockMs);
        var addend = other.AlignedTo(clockMs);
        for (var kind = 0; kind < KindsCount; kind++)
        {
            merged._counts[kind] += addend._counts[kind];
        }

        return merged;
    }

    /// <summary>The weighted points at <see cref="ClockMs"/>.</summary>
    public readonly double Points()
    {
        var points = 0.0;
        for (var kind = 0; kind < KindsCount; kind++)
        {
            points += Weights[kind] * _counts[kind];
        }

        return points;
    }

    /// <summary>The score at an instant, 0 to 100. An instant before the clock is taken as the clock.</summary>
    public readonly double Score(long atMs) => ScoreOf(Points(), ClockMs, atMs);

    /// <summary>The score at an instant from points aligned to a clock, 0 to 100.</summary>
    public static double ScoreOf(double points, long clockMs, long atMs) =>
        100 * (1 - double.Exp2(-points * DecayOver(Math.Max(0, atMs - clockMs)) / HalfScorePoints));

    /// <summary>The part of the score a kind explains; over all kinds the parts sum to the score.</summary>
    public readonly double Part(InteractionKind kind, long atMs)
    {
        var points = Points();
        return points <= 0 ? 0 : Score(atMs) * Weights[(int)kind] * _counts[(int)kind] / points;
    }

    /// <summary>
    /// The first instant after the clock at which the score is below <paramref name="score"/> if nothing more happens;
    /// the clock itself where it already is, <see cref="long.MaxValue"/> where it never will be.
    /// </summary>
    /// <param name="score">From 0 to 100.</param>
    public readonly long FallsBelowMs(double score)
    {
        if (score <= 0)
        {
            return long.MaxValue;
        }

        var points = Points();
        if (ScoreOf(points, ClockMs, ClockMs) < score)
        {
            return ClockMs;
        }

        var wanted = -HalfScorePoints * Math.Log2(1 - (score / 100));
        return FirstInstant.Find(
            (points, ClockMs, score),
            beforeMs: ClockMs,
            reachedMs: ClockMs + VanishedMs,
            guessMs: ClockMs + (HalfLifeMs * Math.Log2(points / wanted)),
            static (given, atMs) => ScoreOf(given.points, given.ClockMs, atMs) < given.score);
    }

    /// <inheritdoc/>
    public readonly bool Equals(Engagement other) => ClockMs == other.ClockMs && ((ReadOnlySpan<double>)_counts).SequenceEqual(other._counts);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Engagement other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(ClockMs, Points());

    /// <summary>Whether both hold the same counts at the same clock.</summary>
    public static bool operator ==(Engagement left, Engagement right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Engagement left, Engagement right) => !left.Equals(right);

    /// <summary>What is left of a count after an age: 2^(-age/half-life), 1 for no age.</summary>
    public static double DecayOver(long ageMs) => ageMs == 0 ? 1 : double.Exp2(-ageMs / HalfLifeMs);

    private readonly Engagement AlignedTo(long clockMs)
    {
        var next = this;
        if (ClockMs != clockMs)
        {
            // Before the first interaction the clock says nothing, and all counts are 0.
            var factor = ClockMs == 0 ? 0 : DecayOver(clockMs - ClockMs);
            for (var kind = 0; kind < KindsCount; kind++)
            {
                next._counts[kind] *= factor;
            }
        }

        next.ClockMs = clockMs;
        return next;
    }

    [InlineArray(KindsCount)]
    private struct Counts
    {
        private double _first;
    }
}
