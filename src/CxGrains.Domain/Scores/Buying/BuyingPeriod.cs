namespace CxGrains.Domain.Scores.Buying;

/// <summary>The step in which a lifetime value is discounted.</summary>
public enum BuyingPeriod
{
    /// <summary>7 days, 7 / 365.25 of a year.</summary>
    Week,

    /// <summary>A twelfth of a year, 365.25 / 12 days.</summary>
    Month,
}
