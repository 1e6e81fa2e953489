using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Health;

/// <summary>
/// All measures of a customer at one instant, each from 0 to 100 in steps of 1 / <see cref="StepsPerPoint"/>, or not known. They are packed
/// into 60 bits, because every customer keeps those of the week's start.
/// </summary>
/// <param name="Packed">12 bits a measure, the first measure lowest: 0 for not known, else 1 + the steps.</param>
public readonly record struct HealthMeasures(ulong Packed)
{
    /// <summary>How many measures there are.</summary>
    public const int Count = (int)HealthMeasure.Relationship + 1;

    /// <summary>Steps of a point. No finer: what a measure says is not known to a tenth of a point.</summary>
    public const int StepsPerPoint = 40;

    private const int Bits = 12;
    private const ulong Mask = (1 << Bits) - 1;

    /// <summary>Nothing known.</summary>
    public static readonly HealthMeasures None;

    /// <summary>A measure, 0 to 100; null where it is not known.</summary>
    public double? this[HealthMeasure measure] =>
        ((Packed >> (Bits * (int)measure)) & Mask) is var code and > 0 ? (code - 1) / (double)StepsPerPoint : null;

    /// <summary>The measures of a customer at an instant. O(1): everything it looks at is bounded.</summary>
    /// <param name="customer">Its state.</param>
    /// <param name="inputs">What other scores say at that instant.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public static HealthMeasures Of(Customer customer, HealthInputs inputs, long atMs) => None
        .With(HealthMeasure.Usage, UsageMeasure.Of(customer, atMs))
        .With(HealthMeasure.Satisfaction, SatisfactionMeasure.Of(customer, atMs))
        .With(HealthMeasure.Support, SupportMeasure.Of(customer, inputs.OpenTickets, atMs))
        .With(HealthMeasure.Value, ValueMeasure.Of(customer, atMs))
        .With(HealthMeasure.Relationship, RelationshipMeasure.Of(customer, inputs.ChurnProbability, atMs));

    /// <summary>With another value of a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="value">From 0 to 100; null for not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public HealthMeasures With(HealthMeasure measure, double? value)
    {
        var shift = Bits * (int)measure;
        return new((Packed & ~(Mask << shift)) | (CodeOf(value) << shift));
    }

    private static ulong CodeOf(double? value) => value switch
    {
        null => 0,
        >= 0 and <= 100 => 1 + (ulong)Math.Round(value.Value * StepsPerPoint),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Must be from 0 to 100."),
    };
}
