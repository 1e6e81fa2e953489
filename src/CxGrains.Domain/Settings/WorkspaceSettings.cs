using System.Text.Json;

namespace CxGrains.Domain.Settings;

/// <summary>What a workspace may decide about its scores. Everything has a default; a new workspace needs none of it.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>What holds where nothing was decided.</summary>
    public static readonly WorkspaceSettings Default = new();

    /// <summary>Counts up from 1 with each change; 0 for the default. The ETag.</summary>
    public int Version { get; init; }

    /// <summary>Churn risk.</summary>
    public ChurnSettings Churn { get; init; } = new();

    /// <summary>Health.</summary>
    public HealthSettings Health { get; init; } = new();

    /// <summary>Expected purchases and lifetime value.</summary>
    public ValueSettings Value { get; init; } = new();

    /// <summary>The loyalty programme.</summary>
    public LoyaltySettings Loyalty { get; init; } = new();

    /// <summary>Reads settings as sent; what is left out has its default.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="InvalidFieldException">A field is unknown, or its value outside its range.</exception>
    public static WorkspaceSettings Parse(JsonElement json)
    {
        var root = new SettingsObject(json, "", "churn", "health", "value", "loyalty");
        return new WorkspaceSettings
        {
            Churn = ChurnSettings.Read(root.Child("churn", "horizonDays", "leaving")),
            Health = HealthSettings.Read(root.Child("health", "weights")),
            Value = ValueSettings.Read(root.Child("value", "horizonDays", "discountRatePercent")),
            Loyalty = LoyaltySettings.Read(root.Child("loyalty", "tiers")),
        };
    }

    /// <summary>The settings as stored, with their version.</summary>
    public string ToStored() => JsonSerializer.Serialize(this, SettingsJson.Default.WorkspaceSettings);

    /// <summary>Reads what <see cref="ToStored"/> gave.</summary>
    public static WorkspaceSettings FromStored(string text) => JsonSerializer.Deserialize(text, SettingsJson.Default.WorkspaceSettings)!;

    /// <summary>Whether both decide the same, whatever their versions. Compared as text, because lists compare by reference.</summary>
    public bool Decides(WorkspaceSettings other) => (this with { Version = 0 }).ToStored() == (other with { Version = 0 }).ToStored();
}
