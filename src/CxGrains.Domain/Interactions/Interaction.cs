namespace CxGrains.Domain.Interactions;

/// <summary>One thing that happened between a customer and the company, read and checked.</summary>
public record Interaction
{
    /// <summary>The customer's id, 1 to <see cref="Limits.IdCharsMax"/> characters.</summary>
    public required string Customer { get; init; }

    /// <summary>The type's name, reserved (<see cref="InteractionTypes"/>) or free.</summary>
    public required string Type { get; init; }

    /// <summary>What the type counts as.</summary>
    public InteractionKind Kind { get; init; }

    /// <summary>When it happened, in Unix milliseconds UTC; the receive time where the sender gave none.</summary>
    public long AtMs { get; init; }

    /// <summary>The fingerprint of the sender's id; 0 where it gave none, and then a repeat cannot be recognised.</summary>
    public ulong IdFingerprint { get; init; }

    /// <summary>The channel it came through, such as <c>web</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>The touchpoint, such as <c>checkout</c>.</summary>
    public string? Touchpoint { get; init; }

    /// <summary>An amount of money or another value, at most <see cref="Limits.ValueMax"/> in size.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217 code of <see cref="Value"/>, upper case.</summary>
    public string? Currency { get; init; }

    /// <summary>A short text for the timeline, taken from the properties (page title, feature, subject, query).</summary>
    public string? Label { get; init; }

    /// <summary>The ticket it belongs to, <c>properties.ticket</c>, 1 to <see cref="Limits.IdCharsMax"/> characters.</summary>
    public string? Ticket { get; init; }

    /// <summary>How long a visit or a page lasted, <c>properties.durationSeconds</c>, in whole seconds up to <see cref="Limits.StaySecondsMax"/>; 0 where it was not told.</summary>
    public int StaySeconds { get; init; }

    /// <summary>Whether it is told to have found nothing: <c>properties.results</c> is 0.</summary>
    public bool FoundNothing { get; init; }

    /// <summary>The answer of a <c>survey_response</c>; for <c>survey_sent</c> its survey only.</summary>
    public SurveyAnswer? Answer { get; init; }

    /// <summary>Traits of an <c>identify</c>, or consents (<c>consent.PURPOSE</c>) of a <c>consent</c>.</summary>
    public IReadOnlyList<Trait>? Traits { get; init; }

    /// <summary>The account of a <c>group</c>.</summary>
    public string? Account { get; init; }

    /// <summary>Of an <c>alias</c>, the id that <see cref="Customer"/> is merged into; null for all others.</summary>
    public string? MergeInto { get; init; }
}
