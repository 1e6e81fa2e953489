using CxGrains.Abstractions.Views;
using CxGrains.Domain.Surveys;

namespace CxGrains.Web.Reports.Reading;

/// <summary>One score of a report.</summary>
/// <param name="Metric">What it measures.</param>
/// <param name="IsPercent">Whether its unit is percent, as of CSAT, and of CES by the share that agrees.</param>
/// <param name="Change">The score of the window, of the one before, and whether they differ.</param>
/// <param name="Trend">Its last 60 days; empty where there is none to show.</param>
internal sealed record ReportScore(SurveyMetric Metric, bool IsPercent, ChangeView Change, IReadOnlyDictionary<string, TrendPoint> Trend);
