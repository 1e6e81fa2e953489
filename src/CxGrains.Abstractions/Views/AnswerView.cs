using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views;

/// <summary>One survey answer of a customer.</summary>
public sealed record AnswerView
{
    /// <summary>The survey's id.</summary>
    public required string Survey { get; init; }

    /// <summary>The survey's metric.</summary>
    public required SurveyMetric Metric { get; init; }

    /// <summary>The score.</summary>
    public required int Score { get; init; }

    /// <summary>The top of the scale.</summary>
    public required int Scale { get; init; }

    /// <summary><c>promoter</c>, <c>passive</c>, <c>detractor</c> (NPS), <c>satisfied</c>, <c>unsatisfied</c> (CSAT), <c>easy</c>, <c>hard</c> (CES); absent for ratings. Always computed from the score.</summary>
    public string? Category { get; init; }

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The customer's words.</summary>
    public string? Comment { get; init; }

    /// <summary>Channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Touchpoint.</summary>
    public string? Touchpoint { get; init; }

    /// <summary>Revision; edits raise it.</summary>
    public int Revision { get; init; }
}
