using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Segments;

/// <summary>One partition's part of a population, a segment or a whole workspace: sums over its members, not the members.</summary>
public sealed class PopulationShard
{
    private const byte NewestVersion = 2;
    private const int BandsCount = (int)RiskBand.High + 1;

    private readonly long[] _byBand;
    private readonly PurchaseTotals _purchases;

    /// <summary>Nobody, before the first record.</summary>
    public PopulationShard()
        : this(new long[BandsCount], new AnswerDays(), new PurchaseTotals(), new PopulationParts())
    {
    }

    private PopulationShard(long[] byBand, AnswerDays latestAnswers, PurchaseTotals purchases, PopulationParts parts)
    {
        Parts = parts;
        _byBand = byBand;
        LatestAnswers = latestAnswers;
        _purchases = purchases;
    }

    /// <summary>The last position whose contributions are in; <see cref="Position.None"/> for a merged shard, which stands in no log.</summary>
    public Position Position { get; private set; }

    /// <summary>Members.</summary>
    public long Members
    {
        get
        {
            var members = 0L;
            foreach (var count in _byBand)
            {
                members += count;
            }

            return members;
        }
    }

    /// <summary>Each member's latest answer of each metric, on the UTC day it was given. Read only.</summary>
    public AnswerDays LatestAnswers { get; }

    /// <summary>What its members' records contributed, tickets and journeys, and its advocates. Read only.</summary>
    public PopulationParts Parts { get; }

    /// <summary>The members' purchases together.</summary>
    public Purchases Purchases => _purchases.ToPurchases();

    /// <summary>Members in a risk band.</summary>
    public long CountOf(RiskBand band) => _byBand[(int)band];

    /// <summary>
    /// Moves on to a position, and says whether its contributions are news. Ask once a position, before handing over all
    /// its contributions: where the answer is false they are in already and must not be handed over again.
    /// </summary>
    public bool TryAdvance(Position position)
    {
        if (position <= Position)
        {
            return false;
        }

        Position = position;
        return true;
    }

    /// <summary>Whether an announcement changes the members of the segment in a slot, or what it holds of one.</summary>
    public static bool IsTouched(Announcement announcement, int slot)
    {
        var bit = 1UL << slot;
        var was = announcement.MembershipBefore & bit;
        var isIn = announcement.MembershipAfter & bit;
        return was != isIn || (isIn != 0 && announcement.IsMemberChanged) || (announcement.HasParts && (announcement.PartsMembership & bit) != 0);
    }

    /// <summary>Takes what an announcement means for the segment in a slot; ask <see cref="IsTouched"/> first.</summary>
    public void Take(Announcement announcement, int slot)
    {
        var bit = 1UL << slot;
        var was = (announcement.MembershipBefore & bit) != 0;
        var isIn = (announcement.MembershipAfter & bit) != 0;
        if (was != isIn || announcement.IsMemberChanged)
        {
            if (was && announcement.Before is { } member)
            {
                Leave(member, announcement.Erased is not null);
            }

            if (isIn)
            {
                Join(announcement.After);
            }
        }

        Parts.Take(announcement, bit);
    }

    /// <summary>Counts a member. A member that changes leaves as it was and joins as it is.</summary>
    public void Join(in PopulationMember member)
    {
        _byBand[(int)member.Band]++;
        _purchases.Add(member.Purchases, 1);
        Add(SurveyMetric.Nps, member.Nps);
        Add(SurveyMetric.Csat, member.Csat);
        Add(SurveyMetric.Ces, member.Ces);
        Parts.Join(member);
    }

    /// <summary>Takes back a member exactly as it joined; of one that was erased what it bought and answered stays.</summary>
    /// <param name="member">The member as it was.</param>
    /// <param name="wasErased">Whether it was erased.</param>
    public void Leave(in PopulationMember member, bool wasErased = false)
    {
        _byBand[(int)member.Band]--;
        Parts.Leave(member);
        if (wasErased)
        {
            return;
        }

        _purchases.Add(member.Purchases, -1);
        Withdraw(SurveyMetric.Nps, member.Nps);
        Withdraw(SurveyMetric.Csat, member.Csat);
        Withdraw(SurveyMetric.Ces, member.Ces);
    }

    /// <summary>A copy of the members' sums, for readers that want no parts: parts are long.</summary>
    public PopulationShard CopySums()
    {
        var purchases = new PurchaseTotals();
        purchases.Add(Purchases, 1);
        return new PopulationShard([.. _byBand], AnswerDays.Merge(LatestAnswers, new AnswerDays()), purchases, new PopulationParts());
    }

    /// <summary>Both together, for reading. Associative and commutative.</summary>
    public static PopulationShard Merge(PopulationShard a, PopulationShard b)
    {
        var byBand = new long[BandsCount];
        for (var band = 0; band < BandsCount; band++)
        {
            byBand[band] = a._byBand[band] + b._byBand[band];
        }

        var purchases = new PurchaseTotals();
        purchases.Add(a.Purchases, 1);
        purchases.Add(b.Purchases, 1);
        return new PopulationShard(byBand, AnswerDays.Merge(a.LatestAnswers, b.LatestAnswers), purchases, PopulationParts.Merge(a.Parts, b.Parts));
    }

    /// <summary>Writes the state, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write(Position.Value);
        foreach (var count in _byBand)
        {
            writer.Write7BitEncodedInt64(count);
        }

        _purchases.Encode(writer);
        LatestAnswers.Encode(writer);
        Parts.Encode(writer);
    }

    /// <summary>Reads a state that <see cref="Encode"/> wrote, of any version up to this program's.</summary>
    /// <param name="reader">Stands before the version.</param>
    /// <param name="names">Shares currency codes.</param>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static PopulationShard Decode(BinaryReader reader, NamePool names)
    {
        var version = reader.ReadVersion("Population shard", NewestVersion);
        var position = new Position(reader.ReadInt64());
        var byBand = new long[BandsCount];
        foreach (ref var count in byBand.AsSpan())
        {
            count = reader.Read7BitEncodedInt64();
        }

        var purchases = PurchaseTotals.Decode(reader, names);
        var latestAnswers = AnswerDays.Decode(reader);
        var parts = version >= 2 ? PopulationParts.Decode(reader, names) : new PopulationParts();
        return new PopulationShard(byBand, latestAnswers, purchases, parts) { Position = position };
    }

    private void Add(SurveyMetric metric, LatestAnswer? answer)
    {
        if (answer is { } given)
        {
            LatestAnswers.Add(metric, given.Score, given.Scale, Instants.DayOf(given.AtMs));
        }
    }

    private void Withdraw(SurveyMetric metric, LatestAnswer? answer)
    {
        if (answer is { } given)
        {
            LatestAnswers.Withdraw(metric, given.Score, given.Scale, Instants.DayOf(given.AtMs));
        }
    }
}
