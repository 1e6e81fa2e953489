using CxGrains.Domain.Accounts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Index;

/// <summary>
/// A customer's row of the index: what lists, search and the due-list need, held in memory for every customer. Owned by the
/// partition's worker.
/// </summary>
public class CustomerEntry
{
    [ThreadStatic]
    private static SilenceWeights? _lastSilence;

    // Beside the band, which is far below it.
    private const int NotProfiledBit = 0x80;

    private double _staticLogOdds = double.NaN;
    private SilenceWeights _silence = SilenceWeights.Prior;

    // Negative where it has cancelled: there is an entry for every customer, and few of them spoke of leaving.
    private long _departureMs;

    /// <summary>An entry of a new customer.</summary>
    /// <param name="id">The customer's id.</param>
    public CustomerEntry(string id) => Id = id;

    /// <summary>The id; empty where the customer was erased.</summary>
    public string Id { get; private set; }

    /// <summary>Whether lists show it: it stands for itself, and was not erased.</summary>
    public bool IsListed => MergedInto is null && Id.Length > 0;

    /// <summary>Trait <c>name</c>.</summary>
    public string? Name { get; private set; }

    /// <summary>Trait <c>email</c>.</summary>
    public string? Email { get; private set; }

    /// <summary>The account.</summary>
    public string? Account { get; private set; }

    /// <summary>What its account asks for besides; null where it has none, and on rows from before until something of the customer comes.</summary>
    public AccountFacts? AccountFacts { get; private set; }

    /// <summary>The latest activity, Unix milliseconds UTC.</summary>
    public long LastSeenMs { get; private set; }

    /// <summary>How often it is active.</summary>
    public Rhythm Rhythm { get; private set; }

    /// <summary>Its churn probability as a function of the instant.</summary>
    public RiskCurve Risk => RiskCurve.Of(_staticLogOdds, Rhythm, _silence);

    /// <summary>What it has said of leaving, as it stands.</summary>
    public Departure Departure
    {
        get => new(Math.Abs(_departureMs), _departureMs < 0);
        private set => _departureMs = value.IsDone ? -value.AtMs : value.AtMs;
    }

    /// <summary>Engagement points at <see cref="EngagementClockMs"/>.</summary>
    public double EngagementPoints { get; private set; }

    /// <summary>The instant the points are aligned to.</summary>
    public long EngagementClockMs { get; private set; }

    /// <summary>Money spent less refunds.</summary>
    public decimal Value { get; private set; }

    /// <summary>The segments it is in.</summary>
    public ulong Membership { get; private set; }

    /// <summary>Its risk band.</summary>
    public RiskBand Band { get; private set; }

    /// <summary>Since when.</summary>
    public long BandSinceMs { get; private set; }

    /// <summary>Whether its high risk was no news.</summary>
    public bool AlreadySo { get; private set; }

    /// <summary>When time alone changes it next.</summary>
    public long NextDueMs { get; private set; } = long.MaxValue;

    /// <summary>The settings and the model it was evaluated by.</summary>
    public long RulesStamp { get; private set; }

    /// <summary>Purchases, from 0; with the days below what the models of buying ask for.</summary>
    public int PurchaseCount { get; private set; }

    /// <summary>UTC day of the first purchase, days since 1970-01-01; 0 where there is none.</summary>
    public int FirstPurchaseDay { get; private set; }

    /// <summary>UTC day of the last purchase; 0 where there is none.</summary>
    public int LastPurchaseDay { get; private set; }

    /// <summary>The customer that this id was merged into; null where it stands for itself. Lists pass over one that does not.</summary>
    public string? MergedInto { get; private set; }

    /// <summary>Whether it is profiled, and not only counted. One that is not has no band, risk or engagement, and shows in no feed.</summary>
    public bool IsProfiled { get; private set; } = true;

    /// <summary>The instant under which the due-list holds it; <see cref="long.MaxValue"/> where it does not.</summary>
    public long QueuedDueMs { get; set; } = long.MaxValue;

    /// <summary>Takes the id away; what else there was goes with the next <see cref="Refresh"/>. The entry keeps its place among the others.</summary>
    public void Erase() => Id = "";

    /// <summary>Takes over what has changed in the full state.</summary>
    /// <param name="customer">The full state.</param>
    /// <param name="profileChanged">Whether traits or account may have changed.</param>
    /// <param name="memberChanged">Whether purchases may have changed.</param>
    public void Refresh(Customer customer, bool profileChanged, bool memberChanged)
    {
        if (memberChanged || IsProfiled != customer.IsProfiled)
        {
            Value = customer.Purchases.Total;
            RefreshPurchases(customer);
        }

        IsProfiled = customer.IsProfiled;
        LastSeenMs = customer.LastSeenMs;
        Rhythm = customer.Rhythm;
        EngagementPoints = customer.Engagement.Points();
        EngagementClockMs = customer.Engagement.ClockMs;
        Membership = customer.Membership;
        Band = customer.Band;
        BandSinceMs = customer.BandSinceMs;
        AlreadySo = customer.AlreadySo;
        NextDueMs = customer.NextDueMs;
        RulesStamp = customer.RulesStamp;
        _staticLogOdds = customer.StaticLogOdds;
        Departure = customer.Departure;
        _silence = customer.Silence;
        MergedInto = customer.MergedInto;
        if (profileChanged)
        {
            Name = TextOf(customer.Trait("name"));
            Email = TextOf(customer.Trait("email"));
            Account = customer.Account;
        }

        RefreshAccount(customer, profileChanged, memberChanged);
    }

    /// <summary>Writes all but the id.</summary>
    public void EncodeBody(BinaryWriter writer)
    {
        writer.Write(Name ?? "");
        writer.Write(Email ?? "");
        writer.Write(Account ?? "");
        writer.Write7BitEncodedInt64(LastSeenMs);
        writer.Write7BitEncodedInt(Rhythm.ActiveDays);
        writer.Write7BitEncodedInt(Rhythm.SpanDays);
        writer.Write7BitEncodedInt64(Rhythm.LastActiveMs);
        writer.Write(EngagementPoints);
        writer.Write7BitEncodedInt64(EngagementClockMs);
        writer.Write(Value);
        writer.Write(Membership);
        writer.Write((byte)((int)Band | (IsProfiled ? 0 : NotProfiledBit)));
        writer.Write7BitEncodedInt64(BandSinceMs);
        writer.Write(AlreadySo);
        writer.Write7BitEncodedInt64(NextDueMs);
        writer.Write7BitEncodedInt64(RulesStamp);
        writer.Write(_staticLogOdds);
        _silence.Encode(writer);
        writer.Write7BitEncodedInt(PurchaseCount);
        if (PurchaseCount > 0)
        {
            writer.Write7BitEncodedInt(FirstPurchaseDay);
            writer.Write7BitEncodedInt(LastPurchaseDay - FirstPurchaseDay);
        }

        if (_departureMs != 0 || MergedInto is not null || AccountFacts is not null)
        {
            writer.Write(_departureMs);
        }

        if (MergedInto is not null || AccountFacts is not null)
        {
            writer.Write(MergedInto ?? "");
        }

        AccountFacts?.Encode(writer);
    }

    /// <summary>Reads what <see cref="EncodeBody"/> wrote.</summary>
    /// <param name="reader">Stands at the body's first byte.</param>
    /// <param name="names">Shares accounts.</param>
    public void DecodeBody(BinaryReader reader, NamePool names)
    {
        Name = NullIfEmpty(reader.ReadString());
        Email = NullIfEmpty(reader.ReadString());
        Account = reader.ReadString() is { Length: > 0 } account ? names.Share(account) : null;
        LastSeenMs = reader.Read7BitEncodedInt64();
        Rhythm = new Rhythm(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
        EngagementPoints = reader.ReadDouble();
        EngagementClockMs = reader.Read7BitEncodedInt64();
        Value = reader.ReadDecimal();
        Membership = reader.ReadUInt64();
        var band = reader.ReadByte();
        (Band, IsProfiled) = ((RiskBand)(band & ~NotProfiledBit), (band & NotProfiledBit) == 0);
        BandSinceMs = reader.Read7BitEncodedInt64();
        AlreadySo = reader.ReadBoolean();
        NextDueMs = reader.Read7BitEncodedInt64();
        if (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            RulesStamp = reader.Read7BitEncodedInt64();
            _staticLogOdds = reader.ReadDouble();
            _silence = _lastSilence = SilenceWeights.Decode(reader, _lastSilence ?? SilenceWeights.Prior);
        }
        else
        {
            // An entry that was stored before there were models; it was evaluated by the one that has not learned.
            _staticLogOdds = Rhythm.ActiveDays == 0 ? double.NaN : ChurnRisk.HistoryLogOdds(Rhythm);
        }

        if (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            // And those that were stored before purchases were dated here; they are filled in with the next change of the member.
            DecodePurchases(reader);
        }

        _departureMs = reader.BaseStream.Position < reader.BaseStream.Length ? reader.ReadInt64() : 0;
        MergedInto = reader.BaseStream.Position < reader.BaseStream.Length ? NullIfEmpty(reader.ReadString()) : null;
        AccountFacts = reader.BaseStream.Position < reader.BaseStream.Length ? AccountFacts.Decode(reader, names) : null;
    }

    private void RefreshAccount(Customer customer, bool profileChanged, bool memberChanged)
    {
        if (Account is null)
        {
            AccountFacts = null;
            return;
        }

        var isNew = AccountFacts is null;
        AccountFacts ??= new AccountFacts();
        AccountFacts.Refresh(customer, isNew || profileChanged, isNew || memberChanged);
    }

    private void RefreshPurchases(Customer customer)
    {
        if (customer.Purchases.Count > 0 && customer.HasWholeHistory && customer.BuyingTimes is { } times)
        {
            PurchaseCount = (int)Math.Min(customer.Purchases.Count, int.MaxValue);
            FirstPurchaseDay = Instants.DayOf(times.FirstMs);
            LastPurchaseDay = Instants.DayOf(times.LastMs);
        }
        else if (customer.IsEmpty || !customer.HasWholeHistory)
        {
            (PurchaseCount, FirstPurchaseDay, LastPurchaseDay) = (0, 0, 0);
        }
    }

    private void DecodePurchases(BinaryReader reader)
    {
        PurchaseCount = reader.Read7BitEncodedInt();
        if (PurchaseCount > 0)
        {
            FirstPurchaseDay = reader.Read7BitEncodedInt();
            LastPurchaseDay = FirstPurchaseDay + reader.Read7BitEncodedInt();
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string? TextOf(TraitValue? value) => NullIfEmpty(value?.Text ?? "");
}
