namespace CxGrains.Abstractions.Views;

/// <summary>A score over the trailing 30 days up to a day's end.</summary>
/// <param name="Score">The score in its own unit.</param>
/// <param name="Low">Lower end of the 95 % interval; absent where it cannot be told.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="Responses">Answers it rests on.</param>
public sealed record TrendPoint(double Score, double? Low, double? High, long Responses);
