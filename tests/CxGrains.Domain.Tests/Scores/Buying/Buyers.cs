using CxGrains.Domain.Scores.Buying;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Buying;

/// <summary>Generated customers and models.</summary>
internal static class Buyers
{
    public const int RepeatsMax = 10_000;

    /// <summary>The parameters as the paper prints them.</summary>
    public static readonly BgNbd Published = new(0.243, 4.414, 0.793, 2.426);

    /// <summary>From 0 to 1.</summary>
    public static readonly Gen<double> Shares = Gen.Choose(0, 1_000_000).Select(millionths => millionths / 1e6);

    public static readonly Gen<int> Repeats = Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 60), Gen.Choose(0, RepeatsMax), Gen.Constant(RepeatsMax));

    /// <summary>Customers of up to twenty years, some of whom bought today.</summary>
    public static readonly Gen<PurchaseHistory> Histories =
        from repeats in Repeats
        from ageWeeks in Gen.OneOf(LogUniform(0.01, 1040), Gen.Constant(0.0))
        from recency in Gen.OneOf(Shares, Gen.Elements(0.0, 1.0))
        select new PurchaseHistory(repeats, repeats == 0 ? 0 : ageWeeks * recency, ageWeeks);

    /// <summary>Models as data of the real world give.</summary>
    public static readonly Gen<BgNbd> Models = ModelsWithin(0.05, 20);

    /// <summary>Models from one end of the parameters' ranges to the other.</summary>
    public static readonly Gen<BgNbd> AnyModels = ModelsWithin(BgNbd.ParameterMin, BgNbd.ParameterMax);

    public static Gen<double> LogUniform(double min, double max) =>
        Shares.Select(share => Math.Clamp(min * Math.Pow(max / min, share), min, max));

    private static Gen<BgNbd> ModelsWithin(double min, double max) =>
        from r in LogUniform(min, max)
        from alphaWeeks in LogUniform(min, max)
        from a in Gen.OneOf(LogUniform(min, max), Gen.Constant(1.0))
        from b in Gen.OneOf(LogUniform(min, max), Gen.Constant(1.0))
        select new BgNbd(r, alphaWeeks, a, b);
}
