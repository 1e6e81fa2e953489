namespace CxGrains.Domain.Scores;

/// <summary>What one part of the answers, such as those of a channel, says by itself.</summary>
/// <param name="Name">The part.</param>
/// <param name="Responses">Answers, from 0.</param>
/// <param name="Score">Their score, in the score's unit; with no answers it means nothing.</param>
public sealed record ScorePart(string Name, long Responses, double Score);
