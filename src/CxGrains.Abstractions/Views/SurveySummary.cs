using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views;

/// <summary>A survey in a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="Scale">The top of its scale.</param>
/// <param name="Responses">Answers of all time.</param>
public sealed record SurveySummary(string Id, string Name, SurveyMetric Metric, int Scale, long Responses);
