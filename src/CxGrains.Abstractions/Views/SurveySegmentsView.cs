using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views;

/// <summary>What a survey measures, by segment.</summary>
/// <param name="Survey">The survey's id.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="Basis">The answers it rests on: <see cref="ComparisonBasis.LatestOfMembers"/>.</param>
/// <param name="WindowDays">UTC days in the window.</param>
/// <param name="Segments">The segments, most answers first. Without scores for a rating: of members' ratings nothing is kept.</param>
public sealed record SurveySegmentsView(string Survey, SurveyMetric Metric, ComparisonBasis Basis, int WindowDays, IReadOnlyList<SurveySegmentRow> Segments);
