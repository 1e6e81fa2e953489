namespace CxGrains.Domain.Surveys;

/// <summary>A comment given with an answer.</summary>
/// <param name="AtMs">When, Unix milliseconds UTC.</param>
/// <param name="Key">The answer's <see cref="AnswerContribution.Key"/>.</param>
/// <param name="Score">The score given with it.</param>
/// <param name="Customer">The customer's id.</param>
/// <param name="Text">The words.</param>
/// <param name="Channel">The channel the answer came on; null where unknown.</param>
public sealed record SurveyComment(long AtMs, ulong Key, int Score, string Customer, string Text, string? Channel = null);
