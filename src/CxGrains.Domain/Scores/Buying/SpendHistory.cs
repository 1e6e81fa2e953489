namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// What the gamma-gamma model needs to know of one customer. Which purchases count is the caller's choice, but the same for all;
/// the paper takes the repeats, so that it and the BG/NBD model have the same x. Amounts are of one currency.
/// </summary>
public readonly record struct SpendHistory
{
    /// <summary>A checked history. The default value is a customer of whom no purchase is known.</summary>
    /// <param name="purchases">x: purchases counted, at least 0.</param>
    /// <param name="meanValue">Their mean value, above 0 and finite; 0 where <paramref name="purchases"/> is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; a mean of 0 or less is for the caller to leave out.</exception>
    public SpendHistory(int purchases, double meanValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        if (purchases == 0)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(meanValue, 0);
        }
        else
        {
            Require.Within(meanValue, double.Epsilon, double.MaxValue);
        }

        Purchases = purchases;
        MeanValue = meanValue;
    }

    /// <summary>x: purchases counted, at least 0.</summary>
    public int Purchases { get; }

    /// <summary>Their mean value, above 0; 0 where there is none.</summary>
    public double MeanValue { get; }
}
