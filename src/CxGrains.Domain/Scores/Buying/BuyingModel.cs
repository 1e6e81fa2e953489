using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Buying;

/// <summary>How a workspace's customers buy and spend, as fitted to a sample of them.</summary>
/// <param name="Purchases">How they buy; null where the sample does not tell.</param>
/// <param name="Spend">How they spend; null where the sample does not tell.</param>
/// <param name="Customers">Customers the fit rests on.</param>
/// <param name="RepeatBuyers">How many of them bought again.</param>
/// <param name="FittedAtMs">When, Unix milliseconds UTC.</param>
public sealed record BuyingModel(BgNbd? Purchases, GammaGamma? Spend, long Customers, long RepeatBuyers, long FittedAtMs)
{
    private const byte NewestVersion = 1;

    [Flags]
    private enum Present : byte
    {
        None = 0,
        Purchases = 1,
        Spend = 2,
    }

    /// <summary>Fits both models, by maximum likelihood, to a sample as of the UTC day of an instant.</summary>
    /// <remarks>Takes several seconds for a full sample of distinct histories: not for a thread that folds.</remarks>
    public static BuyingModel Fit(BuyingSample sample, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var today = Instants.DayOf(nowMs);
        var statistics = PurchaseStatistics.Of(
            sample.Buyers.Select(buyer => BuyingTimes.HistoryOf(buyer.FirstDay, buyer.LastDay, buyer.Purchases, today)!.Value));
        var spends = sample.Buyers.Where(buyer => buyer.MeanValue > 0).Select(buyer => new SpendHistory(buyer.Purchases, buyer.MeanValue));
        return new BuyingModel(
            BgNbdFitter.Fit(statistics).Model, GammaGammaFitter.Fit(spends).Model, statistics.Customers, statistics.RepeatBuyers, nowMs);
    }

    /// <summary>Writes the model, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write((byte)((Purchases is null ? Present.None : Present.Purchases) | (Spend is null ? Present.None : Present.Spend)));
        if (Purchases is { } buying)
        {
            Write(writer, buying.R, buying.AlphaWeeks, buying.A, buying.B);
        }

        if (Spend is { } spend)
        {
            Write(writer, spend.P, spend.Q, spend.Gamma);
        }

        writer.Write7BitEncodedInt64(Customers);
        writer.Write7BitEncodedInt64(RepeatBuyers);
        writer.Write7BitEncodedInt64(FittedAtMs);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static BuyingModel Decode(BinaryReader reader)
    {
        reader.ReadVersion("Buying model", NewestVersion);
        var present = (Present)reader.ReadByte();
        var purchases = present.HasFlag(Present.Purchases)
            ? new BgNbd(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble())
            : null;
        var spend = present.HasFlag(Present.Spend) ? new GammaGamma(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()) : null;
        return new BuyingModel(purchases, spend, reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
    }

    private static void Write(BinaryWriter writer, params ReadOnlySpan<double> parameters)
    {
        foreach (var parameter in parameters)
        {
            writer.Write(parameter);
        }
    }
}
