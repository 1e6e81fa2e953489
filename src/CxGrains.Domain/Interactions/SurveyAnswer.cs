using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Interactions;

/// <summary>One answer to a survey, as sent.</summary>
public sealed class SurveyAnswer
{
    /// <summary>The survey's id.</summary>
    public required string Survey { get; init; }

    /// <summary>The metric the sender stated; null where it stated none.</summary>
    public SurveyMetric? Metric { get; init; }

    /// <summary>The scale the sender stated; null where it stated none.</summary>
    public int? Scale { get; init; }

    /// <summary>The score on the survey's scale.</summary>
    public int Score { get; init; }

    /// <summary>The customer's words.</summary>
    public string? Comment { get; init; }

    /// <summary>The response's id, apart from the interaction's; a higher revision of the same response replaces the answer.</summary>
    public string? Response { get; init; }

    /// <summary>From 0; a higher one replaces a lower one even when it arrives first.</summary>
    public int Revision { get; init; }
}
