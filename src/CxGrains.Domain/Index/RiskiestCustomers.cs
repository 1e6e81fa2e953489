using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Index;

/// <summary>
/// The customers of a workspace most at risk in one partition. Probabilities move with time for everyone, so they are found by
/// looking at all at high risk; while none of those changes at most once in <see cref="MaxAgeMs"/>, because dashboards ask ten
/// times a second.
/// </summary>
public sealed class RiskiestCustomers
{
    /// <summary>Customers found.</summary>
    public const int CountMax = 8;

    /// <summary>Milliseconds for which a finding is good.</summary>
    public const long MaxAgeMs = 500;

    private IReadOnlyList<CustomerEntry> _found = [];
    private long _foundMs = -MaxAgeMs;

    /// <summary>Forgets what was found: a customer at high risk, now or before, has changed.</summary>
    public void Forget() => _foundMs = -MaxAgeMs;

    /// <summary>The riskiest, riskiest first; ties by id.</summary>
    public IReadOnlyList<CustomerEntry> Find(IReadOnlyList<CustomerEntry> customers, long nowMs)
    {
        if (nowMs < _foundMs || nowMs >= _foundMs + MaxAgeMs)
        {
            _found = Search(customers, entry => entry.Band, nowMs);
            _foundMs = nowMs;
        }

        return _found;
    }

    /// <summary>Looks at all customers whose band, as told, is high.</summary>
    public static IReadOnlyList<CustomerEntry> Search(IReadOnlyList<CustomerEntry> customers, Func<CustomerEntry, RiskBand> bandOf, long nowMs)
    {
        var worst = new PriorityQueue<CustomerEntry, RiskRank>();
        foreach (var entry in customers)
        {
            if (bandOf(entry) == RiskBand.High)
            {
                var rank = new RiskRank(entry.Risk.Probability(nowMs) ?? 0, entry.Id);
                if (worst.Count < CountMax)
                {
                    worst.Enqueue(entry, rank);
                }
                else
                {
                    worst.EnqueueDequeue(entry, rank);
                }
            }
        }

        var found = new List<CustomerEntry>(worst.Count);
        while (worst.TryDequeue(out var entry, out _))
        {
            found.Add(entry);
        }

        found.Reverse();
        return found;
    }

    // Orders the least risky first, and among equals the later id, so that the queue lets go of those.
    private readonly record struct RiskRank(double Probability, string Id) : IComparable<RiskRank>
    {
        public int CompareTo(RiskRank other) =>
            Probability != other.Probability ? Probability.CompareTo(other.Probability) : string.CompareOrdinal(other.Id, Id);
    }
}
