namespace CxGrains.Domain.Surveys;

/// <summary>A survey that was sent to a customer.</summary>
/// <param name="Survey">The survey's id.</param>
/// <param name="Metric">The survey's metric.</param>
/// <param name="Scale">The survey's scale.</param>
/// <param name="AtMs">When, Unix milliseconds UTC; its UTC day is the day it counts for.</param>
public sealed record SentSurvey(string Survey, SurveyMetric Metric, int Scale, long AtMs);
