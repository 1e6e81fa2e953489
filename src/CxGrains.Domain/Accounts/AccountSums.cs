using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Accounts;

/// <summary>
/// An account as the sums over its customers, or over some of them: adding what two parts of its customers come to gives what all of them do,
/// whichever way they are divided. Changed in place by whoever made it.
/// </summary>
/// <param name="id">The account's id.</param>
public sealed class AccountSums(string id)
{
    /// <summary>Days before an instant in which a customer that is active was seen.</summary>
    public const int ActiveDays = 30;

    private const byte Version = 1;
    private const long ActiveMs = ActiveDays * TimeSpan.MillisecondsPerDay;

    private readonly PurchaseTotals _purchases = new();
    private double _engagementTotal;
    private long _engaged;

    /// <summary>The account's id.</summary>
    public string Id { get; } = id;

    /// <summary>Its customers.</summary>
    public long Customers { get; private set; }

    /// <summary>Those seen in the last <see cref="ActiveDays"/> days.</summary>
    public long Active { get; private set; }

    /// <summary>Those at high risk.</summary>
    public long AtRisk { get; private set; }

    /// <summary>Their interactions.</summary>
    public long Interactions { get; private set; }

    /// <summary>The mean of their engagement, 0 to 100; null where it is known of none.</summary>
    public double? Engagement => _engaged == 0 ? null : _engagementTotal / _engaged;

    /// <summary>Their purchases.</summary>
    public Purchases Purchases => _purchases.ToPurchases();

    /// <summary>The plain sum of what they spent less refunds.</summary>
    public decimal Value => _purchases.Total;

    /// <summary>Those whose latest NPS answer is 9 or 10.</summary>
    public long Promoters { get; private set; }

    /// <summary>Those whose latest NPS answer is 7 or 8.</summary>
    public long Passives { get; private set; }

    /// <summary>Those whose latest NPS answer is 0 to 6.</summary>
    public long Detractors { get; private set; }

    /// <summary>Their latest activity, Unix milliseconds UTC.</summary>
    public long LastSeenMs { get; private set; }

    /// <summary>The customer most likely to leave; null where no risk is known.</summary>
    public WorstRisk? Worst { get; private set; }

    /// <summary>The earliest day from the instant's on that a contract renews, days since 1970-01-01; 0 where none is stated.</summary>
    public int NextRenewalDay { get; private set; }

    /// <summary>The latest day before the instant's that a contract was to renew; 0 where none is stated.</summary>
    public int PastRenewalDay { get; private set; }

    /// <summary>The latest day that a contract was renewed; 0 where none was.</summary>
    public int RenewedDay { get; private set; }

    /// <summary>Adds a customer.</summary>
    /// <param name="entry">Its row of the index.</param>
    /// <param name="look">How it is looked at.</param>
    public void Add(CustomerEntry entry, in AccountLook look)
    {
        Customers++;
        LastSeenMs = Math.Max(LastSeenMs, entry.LastSeenMs);
        Active += entry.LastSeenMs > look.AtMs - ActiveMs ? 1 : 0;
        AddScores(entry, look);
        if (entry.AccountFacts is { } facts)
        {
            Interactions += facts.Interactions;
            _purchases.Add(facts.Purchases, 1);
            AddAnswer(facts, look);
            AddRenewals(facts, look.Today);
        }
        else
        {
            // A row that was stored before it had them, and of whose customer nothing has come since.
            _purchases.Add(Purchases.None.With(0, null, entry.Value), 1);
        }
    }

    /// <summary>Adds what other customers of the account come to.</summary>
    public void Add(AccountSums other)
    {
        Customers += other.Customers;
        Active += other.Active;
        AtRisk += other.AtRisk;
        Interactions += other.Interactions;
        _engagementTotal += other._engagementTotal;
        _engaged += other._engaged;
        _purchases.Add(other._purchases);
        Promoters += other.Promoters;
        Passives += other.Passives;
        Detractors += other.Detractors;
        LastSeenMs = Math.Max(LastSeenMs, other.LastSeenMs);
        Worst = WorstRisk.WorseOf(Worst, other.Worst);
        NextRenewalDay = EarlierOf(NextRenewalDay, other.NextRenewalDay);
        PastRenewalDay = Math.Max(PastRenewalDay, other.PastRenewalDay);
        RenewedDay = Math.Max(RenewedDay, other.RenewedDay);
    }

    /// <summary>Writes the sums, their version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(Id);
        writer.Write7BitEncodedInt64(Customers);
        writer.Write7BitEncodedInt64(Active);
        writer.Write7BitEncodedInt64(AtRisk);
        writer.Write7BitEncodedInt64(Interactions);
        writer.Write(_engagementTotal);
        writer.Write7BitEncodedInt64(_engaged);
        Purchases.Encode(writer);
        writer.Write7BitEncodedInt64(Promoters);
        writer.Write7BitEncodedInt64(Passives);
        writer.Write7BitEncodedInt64(Detractors);
        writer.Write7BitEncodedInt64(LastSeenMs);
        writer.Write7BitEncodedInt(NextRenewalDay);
        writer.Write7BitEncodedInt(PastRenewalDay);
        writer.Write7BitEncodedInt(RenewedDay);
        writer.WriteOptional(Worst?.Customer);
        if (Worst is { } worst)
        {
            writer.WriteOptional(worst.Name);
            writer.Write(worst.Probability);
            writer.Write((byte)worst.Band);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands at the first byte.</param>
    /// <param name="names">Shares names.</param>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static AccountSums Decode(BinaryReader reader, NamePool names)
    {
        reader.ReadVersion("Account sums", Version);
        var sums = new AccountSums(reader.ReadString())
        {
            Customers = reader.Read7BitEncodedInt64(),
            Active = reader.Read7BitEncodedInt64(),
            AtRisk = reader.Read7BitEncodedInt64(),
            Interactions = reader.Read7BitEncodedInt64(),
            _engagementTotal = reader.ReadDouble(),
            _engaged = reader.Read7BitEncodedInt64(),
        };
        sums._purchases.Add(Purchases.Decode(reader, names), 1);
        sums.Promoters = reader.Read7BitEncodedInt64();
        sums.Passives = reader.Read7BitEncodedInt64();
        sums.Detractors = reader.Read7BitEncodedInt64();
        sums.LastSeenMs = reader.Read7BitEncodedInt64();
        sums.NextRenewalDay = reader.Read7BitEncodedInt();
        sums.PastRenewalDay = reader.Read7BitEncodedInt();
        sums.RenewedDay = reader.Read7BitEncodedInt();
        sums.Worst = reader.ReadOptional() is { } customer
            ? new WorstRisk(customer, reader.ReadOptional(), reader.ReadDouble(), (RiskBand)reader.ReadByte())
            : null;
        return sums;
    }

    private void AddScores(CustomerEntry entry, in AccountLook look)
    {
        if (entry.EngagementClockMs != 0)
        {
            _engagementTotal += Scores.Engagement.ScoreOf(entry.EngagementPoints, entry.EngagementClockMs, look.AtMs);
            _engaged++;
        }

        var known = entry.Risk.Probability(look.AtMs);
        var band = look.IsNow ? entry.Band : ChurnRisk.BandOf(known);
        AtRisk += band == RiskBand.High ? 1 : 0;
        if (known is { } probability && (Worst is null || !Worst.IsWorseThan(probability, entry.Id)))
        {
            Worst = new WorstRisk(entry.Id, entry.Name, probability, band);
        }
    }

    private void AddAnswer(AccountFacts facts, in AccountLook look)
    {
        if (facts.NpsDay == 0 || facts.NpsDay < look.AnswersFromDay || facts.NpsDay > look.Today)
        {
            return;
        }

        switch (facts.NpsScore)
        {
            case >= NpsScore.PromoterMin:
                Promoters++;
                break;
            case <= NpsScore.DetractorMax:
                Detractors++;
                break;
            default:
                Passives++;
                break;
        }
    }

    private void AddRenewals(AccountFacts facts, int today)
    {
        if (facts.RenewalDay >= today)
        {
            NextRenewalDay = EarlierOf(NextRenewalDay, facts.RenewalDay);
        }
        else
        {
            PastRenewalDay = Math.Max(PastRenewalDay, facts.RenewalDay);
        }

        RenewedDay = Math.Max(RenewedDay, facts.RenewedDay <= today ? facts.RenewedDay : 0);
    }

    private static int EarlierOf(int a, int b) => a == 0 || b == 0 ? Math.Max(a, b) : Math.Min(a, b);
}
