namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// What the BG/NBD model needs to know of one customer: (x, t_x, T) in the words of its paper. The unit of time is the week
/// (7 days of 24 hours), parts of it included. Purchases that count as one, such as those of one day, are the caller's to join.
/// </summary>
public readonly record struct PurchaseHistory
{
    /// <summary>A checked history. The default value is a customer at the moment of its first purchase.</summary>
    /// <param name="repeats">x: purchases after the first, at least 0.</param>
    /// <param name="recencyWeeks">t_x: weeks from the first purchase to the last, from 0 to <paramref name="ageWeeks"/>; 0 where <paramref name="repeats"/> is 0.</param>
    /// <param name="ageWeeks">T: weeks from the first purchase until now, at least 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public PurchaseHistory(int repeats, double recencyWeeks, double ageWeeks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeats);
        Require.NotNegative(ageWeeks);
        Require.NotNegative(recencyWeeks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recencyWeeks, ageWeeks);
        if (repeats == 0)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(recencyWeeks, 0);
        }

        Repeats = repeats;
        RecencyWeeks = recencyWeeks;
        AgeWeeks = ageWeeks;
    }

    /// <summary>x: purchases after the first, at least 0.</summary>
    public int Repeats { get; }

    /// <summary>t_x: weeks from the first purchase to the last, from 0 to <see cref="AgeWeeks"/>.</summary>
    public double RecencyWeeks { get; }

    /// <summary>T: weeks from the first purchase until now, at least 0.</summary>
    public double AgeWeeks { get; }
}
