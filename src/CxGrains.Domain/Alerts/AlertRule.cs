using System.Text.Json.Serialization;

namespace CxGrains.Domain.Alerts;

/// <summary>What somebody wants to be told of.</summary>
public sealed record AlertRule
{
    /// <summary>Characters of <see cref="Owner"/>.</summary>
    public const int OwnerCharsMax = 120;

    /// <summary>Longest cooldown in minutes: 90 days.</summary>
    public const int CooldownMinutesMax = 129_600;

    /// <summary>The id, 1 to <see cref="Limits.IdCharsMax"/> characters.</summary>
    public required string Id { get; init; }

    /// <summary>The display name, 1 to <see cref="Limits.DisplayNameCharsMax"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>How much it matters.</summary>
    public AlertSeverity Severity { get; init; } = AlertSeverity.Warning;

    /// <summary>Who looks after it, free text; null for nobody in particular.</summary>
    public string? Owner { get; init; }

    /// <summary>What it waits for.</summary>
    public required AlertCondition Condition { get; init; }

    /// <summary>Whom it is about.</summary>
    public AlertFilter Filter { get; init => field = value ?? AlertFilter.Everyone; } = AlertFilter.Everyone;

    /// <summary>Minutes after an alert in which the same subject raises no other, 0 to <see cref="CooldownMinutesMax"/>; 0 for none.</summary>
    public int CooldownMinutes { get; init; }

    /// <summary>What its alerts are about.</summary>
    public AlertGrouping Grouping { get; init; }

    /// <summary>When nobody is told; null for never.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>Whether it is in force.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Counts up from 1 with each change; 0 for the rule that every workspace begins with. The ETag.</summary>
    public int Version { get; init; }

    /// <summary>How customers remember that it was raised for them.</summary>
    [JsonIgnore]
    public ulong Key => Fingerprint.Of(Id);

    /// <summary>The cooldown, milliseconds.</summary>
    [JsonIgnore]
    public long CooldownMs => CooldownMinutes * 60_000L;

    /// <summary>Until when nobody is told of what is raised at an instant; 0 for at once. Both Unix milliseconds UTC.</summary>
    public long HeldUntilMs(long atMs) => QuietHours is { } quiet && quiet.Hold(Severity) ? quiet.EndMs(atMs) : 0;

    /// <summary>Whether both say the same, whatever their versions.</summary>
    public bool Decides(AlertRule other) => this with { Version = 0 } == other with { Version = 0 };
}
