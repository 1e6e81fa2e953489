using System.Text.Json;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Journeys;

namespace CxGrains.Domain.Settings;

/// <summary>What a workspace may decide about its scores. Everything has a default; a new workspace needs none of it.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>What holds where nothing was decided.</summary>
    public static readonly WorkspaceSettings Default = new();

    private static readonly string[] Fields = ["version", "churn", "health", "value", "loyalty", "sla", "journeys", "goals", "privacy"];

    /// <summary>Counts up from 1 with each change; 0 for the default. The ETag.</summary>
    public int Version { get; init; }

    /// <summary>Churn risk.</summary>
    public ChurnSettings Churn { get; init => field = value ?? new(); } = new();

    /// <summary>Health.</summary>
    public HealthSettings Health { get; init => field = value ?? new(); } = new();

    /// <summary>Expected purchases and lifetime value.</summary>
    public ValueSettings Value { get; init => field = value ?? new(); } = new();

    /// <summary>The loyalty programme.</summary>
    public LoyaltySettings Loyalty { get; init => field = value ?? new(); } = new();

    /// <summary>Customers' privacy.</summary>
    public PrivacySettings Privacy { get; init => field = value ?? new(); } = new();

    // What was stored before there were any of these lists has none, and the reader made when compiling then gives null for the default.

    /// <summary>Targets for tickets; the first that matches a ticket holds for it. None by default, at most <see cref="Limits.SlaTargetsMax"/>.</summary>
    public IReadOnlyList<SlaTarget> Sla { get; init => field = value ?? []; } = [];

    /// <summary>Journeys, at most <see cref="Limits.JourneysMax"/>.</summary>
    public IReadOnlyList<Journey> Journeys { get; init => field = value ?? []; } = [];

    /// <summary>Goals, at most <see cref="Limits.GoalsMax"/>.</summary>
    public IReadOnlyList<Goal> Goals { get; init => field = value ?? []; } = [];

    /// <summary>Reads settings as sent; what is left out has its default. Their version is no setting; see <see cref="VersionIn"/>.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="InvalidFieldException">A field is unknown, or its value outside its range.</exception>
    public static WorkspaceSettings Parse(JsonElement json)
    {
        var root = new SettingsObject(json, "", Fields);
        return new WorkspaceSettings
        {
            Churn = ChurnSettings.Read(root.Child("churn", "horizonDays", "leaving")),
            Health = HealthSettings.Read(root.Child("health", "weights")),
            Value = ValueSettings.Read(root.Child("value", "horizonDays", "discountRatePercent")),
            Loyalty = LoyaltySettings.Read(root.Child("loyalty", "tiers")),
            Privacy = PrivacySettings.Read(root.Child("privacy", PrivacySettings.Fields)),
            Sla = SlaTarget.ReadAll(root),
            Journeys = JourneyReader.Read(root),
            Goals = GoalReader.Read(root),
        };
    }

    /// <summary>The version that the settings as sent were got with; null where they name none.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="InvalidFieldException">It is no whole number of 0 or above.</exception>
    public static int? VersionIn(JsonElement json) => new SettingsObject(json, "", Fields).FindInteger("version", 0, int.MaxValue);

    /// <summary>These settings as they stand after those of before.</summary>
    public WorkspaceSettings After(WorkspaceSettings before) =>
        this with { Version = before.Version + 1, Journeys = JourneySlots.Assign(before.Journeys, Journeys, before.Version + 1) };

    /// <summary>The settings as stored, with their version.</summary>
    public string ToStored() => JsonSerializer.Serialize(this, SettingsJson.Default.WorkspaceSettings);

    /// <summary>Reads what <see cref="ToStored"/> gave.</summary>
    public static WorkspaceSettings FromStored(string text) => JsonSerializer.Deserialize(text, SettingsJson.Default.WorkspaceSettings)!;

    /// <summary>Whether both decide the same, whatever their versions. Compared as text, because lists compare by reference.</summary>
    public bool Decides(WorkspaceSettings other) => Unversioned().ToStored() == other.Unversioned().ToStored();

    private WorkspaceSettings Unversioned() =>
        this with { Version = 0, Journeys = [.. Journeys.Select(journey => journey with { Slot = 0, Version = 0 })] };
}
