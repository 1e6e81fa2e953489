namespace CxGrains.Domain.Surveys;

/// <summary>What one answer adds to a survey shard, or what it withdraws when an edit replaces it.</summary>
/// <param name="Survey">The survey's id.</param>
/// <param name="Metric">The survey's metric.</param>
/// <param name="Scale">The survey's scale.</param>
/// <param name="AtMs">When it was answered, Unix milliseconds UTC; its UTC day is the day it counts for.</param>
/// <param name="Score">The score.</param>
/// <param name="Channel">The channel, where known.</param>
/// <param name="Touchpoint">The touchpoint, where known.</param>
/// <param name="Comment">The comment, where given.</param>
/// <param name="Customer">The customer's id, shown with the comment.</param>
/// <param name="Key">Tells answers apart: the response's fingerprint, else the interaction's. Breaks ties of time.</param>
public sealed record AnswerContribution(
    string Survey,
    SurveyMetric Metric,
    int Scale,
    long AtMs,
    int Score,
    string? Channel,
    string? Touchpoint,
    string? Comment,
    string Customer,
    ulong Key);
