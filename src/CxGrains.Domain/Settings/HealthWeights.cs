using CxGrains.Domain.Scores.Health;

namespace CxGrains.Domain.Settings;

/// <summary>How much each measure of health weighs, 0 to <see cref="WeightMax"/>, not all 0. Only their proportions matter; 0 leaves a measure out.</summary>
public sealed record HealthWeights
{
    /// <summary>Largest weight.</summary>
    public const int WeightMax = 100;

    /// <summary>Usage; 30 by default.</summary>
    public int Usage { get; init; } = 30;

    /// <summary>Satisfaction; 25 by default.</summary>
    public int Satisfaction { get; init; } = 25;

    /// <summary>Support; 15 by default.</summary>
    public int Support { get; init; } = 15;

    /// <summary>Value; 15 by default.</summary>
    public int Value { get; init; } = 15;

    /// <summary>Relationship; 15 by default.</summary>
    public int Relationship { get; init; } = 15;

    /// <summary>The weight of a measure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such measure.</exception>
    public int this[HealthMeasure measure] => measure switch
    {
        HealthMeasure.Usage => Usage,
        HealthMeasure.Satisfaction => Satisfaction,
        HealthMeasure.Support => Support,
        HealthMeasure.Value => Value,
        HealthMeasure.Relationship => Relationship,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Is no measure of health."),
    };
}
