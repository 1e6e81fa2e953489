namespace CxGrains.Domain.Settings;

/// <summary>How far ahead purchases and lifetime value are expected, and what later money is worth.</summary>
public sealed record ValueSettings
{
    /// <summary>Shortest horizon in days.</summary>
    public const int HorizonDaysMin = 7;

    /// <summary>Longest horizon in days: ten years.</summary>
    public const int HorizonDaysMax = 3650;

    /// <summary>Largest discount in percent a year.</summary>
    public const double DiscountRatePercentMax = 100;

    /// <summary>Days ahead; 365 by default.</summary>
    public int HorizonDays { get; init; } = 365;

    /// <summary>Percent that money a year later is worth less; 10 by default.</summary>
    public double DiscountRatePercent { get; init; } = 10;

    internal static ValueSettings Read(SettingsObject json) => new()
    {
        HorizonDays = json.Integer("horizonDays", HorizonDaysMin, HorizonDaysMax, new ValueSettings().HorizonDays),
        DiscountRatePercent = json.Number("discountRatePercent", 0, DiscountRatePercentMax, new ValueSettings().DiscountRatePercent),
    };
}
