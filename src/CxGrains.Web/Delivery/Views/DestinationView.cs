using System.ComponentModel;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain.Alerts;

namespace CxGrains.Web.Delivery.Views;

/// <summary>A destination as it may be shown.</summary>
[Description("A destination as it may be shown: secrets only where they are made.")]
internal sealed record DestinationView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>In which form it is told.</summary>
    public required DestinationKind Kind { get; init; }

    /// <summary>Where it is; of Slack and Teams only the host, because the rest is a secret. Absent for e-mail.</summary>
    public string? Url { get; init; }

    /// <summary>Whom e-mail goes to; absent for others.</summary>
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Whether it is sent anything.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Why it was disabled by itself.</summary>
    public string? DisabledBecause { get; init; }

    /// <summary>The least severity that it is sent.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>Whether it is sent reports only, and no alert; absent but for e-mail.</summary>
    public bool? ReportsOnly { get; init; }

    /// <summary>Secrets that sign now; absent but for webhooks.</summary>
    public int? Secrets { get; init; }

    /// <summary>The secret that was just made, shown this once.</summary>
    public string? Secret { get; init; }

    /// <summary>Messages that wait for it.</summary>
    public required long Waiting { get; init; }

    /// <summary>Its dead letters.</summary>
    public required long Dead { get; init; }

    /// <summary>The view of a destination.</summary>
    /// <param name="status">The destination.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="secret">A secret that was just made; null for none.</param>
    public static DestinationView Of(DestinationStatus status, long nowMs, string? secret = null)
    {
        var destination = status.Destination;
        var isWebhook = destination.Kind == DestinationKind.Webhook;
        return new DestinationView
        {
            Id = destination.Id,
            Name = destination.Name,
            Kind = destination.Kind,
            Url = destination.Kind switch
            {
                DestinationKind.Email => null,
                DestinationKind.Webhook => destination.Url,
                _ => $"{new Uri(destination.Url).GetLeftPart(UriPartial.Authority)}/…",
            },
            Addresses = destination.Kind == DestinationKind.Email ? destination.Addresses : null,
            Enabled = destination.Enabled,
            DisabledBecause = destination.DisabledBecause,
            Severity = destination.Severity,
            ReportsOnly = destination.Kind == DestinationKind.Email ? destination.ReportsOnly : null,
            Secrets = isWebhook ? destination.Secrets.Count(known => known.UntilMs is null || known.UntilMs > nowMs) : null,
            Secret = secret,
            Waiting = status.Waiting,
            Dead = status.Dead,
        };
    }
}
