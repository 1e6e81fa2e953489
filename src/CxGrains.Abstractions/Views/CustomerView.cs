namespace CxGrains.Abstractions.Views;

/// <summary>Everything known of one customer. Topic <c>customer/{id}</c>.</summary>
public sealed record CustomerView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>Trait <c>name</c>, where known.</summary>
    public string? Name { get; init; }

    /// <summary>Trait <c>email</c>, where known.</summary>
    public string? Email { get; init; }

    /// <summary>The account, where known.</summary>
    public string? Account { get; init; }

    /// <summary>
    /// Whether it is profiled. Who does not consent to <c>analytics</c> is only counted: scores, timeline, channels, segments and changes of
    /// band are empty, and answers have no comments.
    /// </summary>
    public bool Profiled { get; init; } = true;

    /// <summary>What it said of consent, by purpose; empty where it never spoke.</summary>
    public IReadOnlyList<ConsentView> Consents { get; init; } = [];

    /// <summary>Traits: texts, numbers and truth values.</summary>
    public required IReadOnlyDictionary<string, object> Traits { get; init; }

    /// <summary>The instant the scores are evaluated at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The earliest interaction.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The latest activity.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Interactions counted.</summary>
    public required long Interactions { get; init; }

    /// <summary>Interactions by channel.</summary>
    public required IReadOnlyDictionary<string, long> Channels { get; init; }

    /// <summary>Engagement with drivers.</summary>
    public required EngagementView Engagement { get; init; }

    /// <summary>Churn risk with drivers.</summary>
    public required ChurnView Churn { get; init; }

    /// <summary>Purchases.</summary>
    public required PurchasesView Purchases { get; init; }

    /// <summary>Health with its measures.</summary>
    public required HealthView Health { get; init; }

    /// <summary>Expected purchases and lifetime value.</summary>
    public required BuyingView Buying { get; init; }

    /// <summary>Advocacy.</summary>
    public required AdvocacyView Advocacy { get; init; }

    /// <summary>The tier of the loyalty programme it belongs to, if any.</summary>
    public string? LoyaltyTier { get; init; }

    /// <summary>Answers, newest first, at most 32.</summary>
    public required IReadOnlyList<AnswerView> Answers { get; init; }

    /// <summary>Timeline, newest first, at most 50.</summary>
    public required IReadOnlyList<TimelineEntryView> Timeline { get; init; }

    /// <summary>Ids of the segments it belongs to.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    /// <summary>Open tickets, the overdue first, then the oldest; at most 16.</summary>
    public required IReadOnlyList<TicketView> Tickets { get; init; }

    /// <summary>Changes of risk band, newest first, at most 16.</summary>
    public required IReadOnlyList<BandChangeView> BandChanges { get; init; }
}
