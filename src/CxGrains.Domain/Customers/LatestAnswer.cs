namespace CxGrains.Domain.Customers;

/// <summary>A customer's newest answer of one metric.</summary>
/// <param name="AtMs">When, Unix milliseconds UTC.</param>
/// <param name="Score">The score on the survey's scale.</param>
/// <param name="Scale">The survey's scale.</param>
public readonly record struct LatestAnswer(long AtMs, int Score, int Scale);
