namespace CxGrains.Domain.Surveys;

/// <summary>One survey's answers for one channel or touchpoint, over a window.</summary>
/// <param name="Name">The channel or touchpoint; <see cref="Breakdown.Other"/> for what is not broken out.</param>
/// <param name="Counts">Its answers by score, at least one.</param>
public sealed record BreakdownCounts(string Name, ScoreCounts Counts);
