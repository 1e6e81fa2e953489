using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Health;

/// <summary>Generated measures and weights.</summary>
internal static class AnyMeasures
{
    public static readonly Gen<double?[]> Values =
        Gen.OneOf(Gen.Constant<double?>(null), Gen.Elements<double?>(0, 100), Gen.Choose(0, 100_000).Select(thousandths => (double?)(thousandths / 1e3)))
            .ArrayOf(HealthMeasures.Count);

    public static readonly Gen<HealthMeasures> One = Values.Select(Of);

    public static readonly Gen<HealthWeights> Weights =
        from weights in Gen.OneOf(Gen.Choose(0, HealthWeights.WeightMax), Gen.Constant(0)).ArrayOf(HealthMeasures.Count)
        where weights.Any(weight => weight > 0)
        select new HealthWeights { Usage = weights[0], Satisfaction = weights[1], Support = weights[2], Value = weights[3], Relationship = weights[4] };

    public static HealthMeasures Of(params double?[] values) =>
        values.Select((value, i) => (value, i)).Aggregate(HealthMeasures.None, (measures, given) => measures.With((HealthMeasure)given.i, given.value));
}
