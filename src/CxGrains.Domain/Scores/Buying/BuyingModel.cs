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
    /// <summary>Minutes for which a fit stands, whatever comes in.</summary>
    public const int RefitMinutesMin = 10;

    private const byte NewestVersion = 2;

    [Flags]
    private enum Present : byte
    {
        None = 0,
        Purchases = 1,
        Spend = 2,
        Provisional = 4,
    }

    /// <summary>Purchases of those customers; 0 where it was fitted by a program that did not keep them.</summary>
    public long PurchasesCount { get; init; }

    /// <summary>Whether the customers it rests on had not come to rest, as in the middle of a long import; the next fit waits for nothing but that.</summary>
    public bool IsProvisional { get; init; }

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
            BgNbdFitter.Fit(statistics).Model, GammaGammaFitter.Fit(spends).Model, statistics.Customers, statistics.RepeatBuyers, nowMs)
        {
            PurchasesCount = sample.PurchasesCount,
        };
    }

    /// <summary>
    /// Whether it is time to fit again: a day has passed, as how long customers have been silent is part of it, or a tenth more buyers,
    /// repeat buyers or purchases are known. Within <see cref="RefitMinutesMin"/> minutes it is not.
    /// </summary>
    /// <param name="sample">Who there is to fit to.</param>
    /// <param name="nowMs">The instant, Unix milliseconds UTC.</param>
    public bool IsOutgrownBy(BuyingSample sample, long nowMs)
    {
        var ageMs = nowMs - FittedAtMs;
        var repeatBuyers = sample.Buyers.Count(buyer => buyer.Purchases > 1);
        return ageMs >= TimeSpan.MillisecondsPerDay
            || (ageMs >= RefitMinutesMin * TimeSpan.MillisecondsPerMinute && (sample.Buyers.Count * 10 > Customers * 11 || repeatBuyers * 10 > RepeatBuyers * 11 || sample.PurchasesCount * 10 > PurchasesCount * 11));
    }

    /// <summary>The model as bytes, for stores.</summary>
    public byte[] ToBytes() => StateEncoding.ToBytes(this, static (model, writer) => model.Encode(writer));

    /// <summary>Reads what <see cref="ToBytes"/> gave.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static BuyingModel FromBytes(byte[] bytes) => Decode(new BinaryReader(new MemoryStream(bytes)));

    /// <summary>Writes the model, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write((byte)((Purchases is null ? Present.None : Present.Purchases) | (Spend is null ? Present.None : Present.Spend) | (IsProvisional ? Present.Provisional : Present.None)));
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
        writer.Write7BitEncodedInt64(PurchasesCount);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static BuyingModel Decode(BinaryReader reader)
    {
        var version = reader.ReadVersion("Buying model", NewestVersion);
        var present = (Present)reader.ReadByte();
        var purchases = present.HasFlag(Present.Purchases)
            ? new BgNbd(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble())
            : null;
        var spend = present.HasFlag(Present.Spend) ? new GammaGamma(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()) : null;
        return new BuyingModel(purchases, spend, reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64())
        {
            PurchasesCount = version >= 2 ? reader.Read7BitEncodedInt64() : 0,
            IsProvisional = present.HasFlag(Present.Provisional),
        };
    }

    private static void Write(BinaryWriter writer, params ReadOnlySpan<double> parameters)
    {
        foreach (var parameter in parameters)
        {
            writer.Write(parameter);
        }
    }
}
