namespace CxGrains.Abstractions.Queries;

/// <summary>Which comments of a survey, the newest first.</summary>
public sealed record CommentQuery
{
    /// <summary>Most comments an answer holds: as many as are kept.</summary>
    public const int LimitMax = Domain.Limits.CommentsMax;

    /// <summary>The survey.</summary>
    public required string Survey { get; init; }

    /// <summary>UTC days of the window, from 1.</summary>
    public required int WindowDays { get; init; }

    /// <summary>The instant the window ends with; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Only answers of this category, one of <see cref="Domain.Scores.AnswerCategory.All"/>; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>Only answers that came on this channel; null for all.</summary>
    public string? Channel { get; init; }

    /// <summary>Text that the comment must contain, letter case ignored; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>Comments, from 1 to <see cref="LimitMax"/>.</summary>
    public int Limit { get; init; } = 50;
}
