namespace CxGrains.Abstractions.Views;

/// <summary>A score of one segment's members.</summary>
/// <param name="Id">The segment's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Its members now.</param>
/// <param name="Score">Their score; absent without answers.</param>
public sealed record SurveySegmentRow(string Id, string Name, long Members, TrendPoint? Score);
