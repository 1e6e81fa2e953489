using System.Text.Json.Serialization;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Settings;

/// <summary>What counts as leaving, and how far ahead the risk looks.</summary>
public sealed record ChurnSettings
{
    /// <summary>Days within which the customer leaves, or not; 90 by default.</summary>
    public int HorizonDays { get; init; } = ChurnTarget.HorizonDaysDefault;

    /// <summary>What counts as leaving; silence by default.</summary>
    public ChurnMode Leaving { get; init; } = ChurnMode.Silence;

    /// <summary>What churn risk is the probability of.</summary>
    [JsonIgnore]
    public ChurnTarget Target => new(HorizonDays, Leaving);

    internal static ChurnSettings Read(SettingsObject json) => new()
    {
        HorizonDays = json.Integer("horizonDays", Limits.ChurnHorizonDaysMin, Limits.ChurnHorizonDaysMax, ChurnTarget.HorizonDaysDefault),
        Leaving = json.OneOf("leaving", ChurnMode.Silence),
    };
}
