namespace CxGrains.Abstractions.Views;

/// <summary>A survey's score for one channel or touchpoint.</summary>
/// <param name="Name">The channel or touchpoint; <c>other</c> past 32 names.</param>
/// <param name="Responses">Answers in the window.</param>
/// <param name="Score">NPS points, CSAT percent, CES or rating mean; absent without answers.</param>
public sealed record BreakdownRow(string Name, long Responses, double? Score);
