namespace CxGrains.Abstractions.Views;

/// <summary>One line of the live feed.</summary>
public sealed record FeedEntry
{
    /// <summary>Its log position; unique within the workspace.</summary>
    public required string Id { get; init; }

    /// <summary>The customer's id.</summary>
    public required string Customer { get; init; }

    /// <summary>The customer's name, where known.</summary>
    public string? Name { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>The interaction.</summary>
    public required TimelineEntryView Entry { get; init; }

    /// <summary>The answer's category, as in <see cref="AnswerView.Category"/>.</summary>
    public string? Category { get; init; }
}
