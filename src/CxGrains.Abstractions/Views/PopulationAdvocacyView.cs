namespace CxGrains.Abstractions.Views;

/// <summary>Advocacy of a population at an instant.</summary>
public sealed record PopulationAdvocacyView
{
    /// <summary>Whether there are customers, and so a rate.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Customers.</summary>
    public required long Customers { get; init; }

    /// <summary>Customers whose latest NPS answer of the last 365 UTC days is 9 or 10, the advocates included.</summary>
    public required long Promoters { get; init; }

    /// <summary>Promoters who referred or reviewed within the last 365 UTC days.</summary>
    public required long Advocates { get; init; }

    /// <summary>Customers with at least one referral, whenever.</summary>
    public required long Referrers { get; init; }

    /// <summary>Referrers of all customers in percent, 0 to 100.</summary>
    public double? ReferralRate { get; init; }

    /// <summary>Lower end of its 95 % Wilson interval, in percent.</summary>
    public double? ReferralRateLow { get; init; }

    /// <summary>Upper end, in percent.</summary>
    public double? ReferralRateHigh { get; init; }
}
