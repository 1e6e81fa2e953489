using CxGrains.Abstractions.Views;

namespace CxGrains.Web.Queries;

/// <summary>The surveys of a workspace.</summary>
/// <param name="Surveys">By id.</param>
internal sealed record SurveyList(IReadOnlyList<SurveySummary> Surveys);
