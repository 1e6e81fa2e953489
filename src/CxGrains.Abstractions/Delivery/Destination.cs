using System.Text.Json;
using CxGrains.Domain.Alerts;

namespace CxGrains.Abstractions.Delivery;

/// <summary>Where a workspace's alerts are sent.</summary>
public sealed record Destination
{
    /// <summary>Its id in the workspace, 1 to <see cref="OutboxLimits.DestinationIdCharsMax"/> of letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>In which form it is told.</summary>
    public required DestinationKind Kind { get; init; }

    /// <summary>Where it is reached; empty for e-mail. Whoever knows that of Slack or Teams can write there: it is never shown.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whom e-mail goes to; empty for others.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Whether it is sent anything. What waits for it while it is not, goes on waiting.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Why it was disabled by itself; null where it was not.</summary>
    public string? DisabledBecause { get; init; }

    /// <summary>The least severity that it is sent.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary>Whether it is sent reports only, and no alert.</summary>
    public bool ReportsOnly { get; init; }

    /// <summary>What requests to it are signed with, the newest first; empty but for webhooks.</summary>
    public IReadOnlyList<SigningSecret> Secrets { get; init; } = [];

    /// <summary>Counts its changes, from 1.</summary>
    public int Version { get; init; }

    /// <summary>Whether it is sent alerts of a severity.</summary>
    public bool Wants(AlertSeverity severity) => Enabled && !ReportsOnly && Severity <= severity;

    /// <summary>Reads what <see cref="ToStored"/> wrote.</summary>
    public static Destination FromStored(string stored) => JsonSerializer.Deserialize(stored, DestinationJson.Default.Destination)!;

    /// <summary>The form that both runtimes keep.</summary>
    public string ToStored() => JsonSerializer.Serialize(this, DestinationJson.Default.Destination);

    /// <summary>Whether it differs from another in what a definition says.</summary>
    public bool DiffersFrom(Destination other) =>
        other with { Addresses = Addresses, Secrets = Secrets, Version = Version } != this
        || !Addresses.SequenceEqual(other.Addresses)
        || !Secrets.SequenceEqual(other.Secrets);
}
