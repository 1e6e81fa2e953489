using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Segments;

/// <summary>Advocates and referrers of a population. Advocates are counted by the day from which they are, so that those of any instant are told without visiting anybody.</summary>
public sealed class AdvocacyCounts
{
    private readonly DayCounts _advocates;

    /// <summary>Nobody.</summary>
    public AdvocacyCounts()
        : this(new DayCounts(1))
    {
    }

    private AdvocacyCounts(DayCounts advocates) => _advocates = advocates;

    /// <summary>Members with at least one referral, whenever.</summary>
    public long Referrers { get; private set; }

    /// <summary>Advocates on a UTC day.</summary>
    public long Advocates(int atDay) => _advocates.Sum(atDay - AdvocacyRules.ActDaysMax + 1, atDay)[0];

    /// <summary>Both together, for reading. Associative and commutative.</summary>
    public static AdvocacyCounts Merge(AdvocacyCounts a, AdvocacyCounts b) =>
        new(DayCounts.Merge(a._advocates, b._advocates)) { Referrers = a.Referrers + b.Referrers };

    internal void Join(in PopulationMember member)
    {
        Referrers += member.HasReferred ? 1 : 0;
        if (member.AdvocateDay is { } day)
        {
            _advocates.Add(day, 0);
        }
    }

    internal void Leave(in PopulationMember member)
    {
        Referrers -= member.HasReferred ? 1 : 0;
        if (member.AdvocateDay is { } day)
        {
            _advocates.Withdraw(day, 0);
        }
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(Referrers);
        _advocates.Encode(writer);
    }

    internal static AdvocacyCounts Decode(BinaryReader reader)
    {
        var referrers = reader.Read7BitEncodedInt64();
        return new AdvocacyCounts(DayCounts.Decode(reader, 1)) { Referrers = referrers };
    }
}
