namespace CxGrains.Abstractions.Views;

/// <summary>One thing that happened, on a customer's timeline.</summary>
public sealed record TimelineEntryView
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The interaction's type.</summary>
    public required string Type { get; init; }

    /// <summary>Channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Touchpoint.</summary>
    public string? Touchpoint { get; init; }

    /// <summary>Amount, or the score of an answer.</summary>
    public decimal? Value { get; init; }

    /// <summary>Currency of the amount.</summary>
    public string? Currency { get; init; }

    /// <summary>Page title, feature, subject, query, or the comment of an answer, cut to 80 characters.</summary>
    public string? Label { get; init; }
}
