namespace CxGrains.Domain;

/// <summary>Finds the millisecond at which something becomes true that then stays true.</summary>
internal static class FirstInstant
{
    /// <summary>The first millisecond after <paramref name="beforeMs"/> at which <paramref name="isReached"/> holds.</summary>
    /// <param name="state">What <paramref name="isReached"/> looks at, so that it need not capture and allocate.</param>
    /// <param name="beforeMs">An instant at which it does not hold.</param>
    /// <param name="reachedMs">A later instant at which it holds.</param>
    /// <param name="guessMs">Where it is expected, from a closed form that is exact but for rounding.</param>
    /// <param name="isReached">False up to some instant and true from then on.</param>
    /// <remarks>
    /// Steps of doubling width away from the guess, then halving: a handful of looks where the guess is good, and never more than
    /// about a hundred. Going millisecond by millisecond would not end where a score is so flat that rounding hides its change.
    /// </remarks>
    public static long Find<T>(T state, long beforeMs, long reachedMs, double guessMs, Func<T, long, bool> isReached)
    {
        var low = beforeMs;
        var high = reachedMs;
        var step = 1L;
        var probe = (long)Math.Clamp(guessMs, low + 1, high);
        if (isReached(state, probe))
        {
            high = probe;
            while (high - low > 1 && isReached(state, probe = Math.Max(low + 1, high - step)))
            {
                high = probe;
                step *= 2;
            }

            low = high - low > 1 ? probe : low;
        }
        else
        {
            low = probe;
            while (high - low > 1 && !isReached(state, probe = Math.Min(high - 1, low + step)))
            {
                low = probe;
                step *= 2;
            }

            high = high - low > 1 ? probe : high;
        }

        while (high - low > 1)
        {
            probe = low + ((high - low) / 2);
            if (isReached(state, probe))
            {
                high = probe;
            }
            else
            {
                low = probe;
            }
        }

        return high;
    }
}
