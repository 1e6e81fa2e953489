namespace CxGrains.Domain.Settings;

/// <summary>What counts as leaving, and how far ahead the risk looks.</summary>
public sealed record ChurnSettings
{
    /// <summary>Shortest horizon in days.</summary>
    public const int HorizonDaysMin = 7;

    /// <summary>Longest horizon in days.</summary>
    public const int HorizonDaysMax = 365;

    /// <summary>Days within which the customer leaves, or not; 90 by default.</summary>
    public int HorizonDays { get; init; } = 90;

    /// <summary>What counts as leaving; silence by default.</summary>
    public Leaving Leaving { get; init; } = Leaving.Silence;

    internal static ChurnSettings Read(SettingsObject json) => new()
    {
        HorizonDays = json.Integer("horizonDays", HorizonDaysMin, HorizonDaysMax, new ChurnSettings().HorizonDays),
        Leaving = json.OneOf("leaving", Leaving.Silence),
    };
}
