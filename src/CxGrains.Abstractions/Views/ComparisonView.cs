using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views;

/// <summary>A survey's score held against another.</summary>
/// <param name="Survey">The survey's id.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="Basis">The answers it rests on.</param>
/// <param name="First">What is compared.</param>
/// <param name="Second">What it is held against.</param>
/// <param name="Change">The first as now, the second as before; the difference is the first less the second.</param>
public sealed record ComparisonView(string Survey, SurveyMetric Metric, ComparisonBasis Basis, ComparedView First, ComparedView Second, ChangeView Change);
