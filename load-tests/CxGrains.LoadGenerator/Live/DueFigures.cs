namespace CxGrains.LoadGenerator.Live;

/// <summary>Delays from the instant at which something fell due until a dashboard had it.</summary>
/// <param name="Breaches">Of tickets that passed their target.</param>
/// <param name="Rises">Of customers whose silence made them high risk.</param>
internal sealed record DueFigures(DelayFigures Breaches, DelayFigures Rises);
