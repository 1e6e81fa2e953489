namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// The sufficient statistics of the BG/NBD model: how many customers have which history. Counts of the same history are summed
/// and the histories sorted, so that a likelihood does not depend on the order in which customers came.
/// <para>Its size, and the time of a fit, go with the distinct histories: whole days in place of milliseconds keep them few.</para>
/// </summary>
public sealed class PurchaseStatistics
{
    /// <summary>The statistics of counted histories; shards are merged by handing over the histories of all of them.</summary>
    /// <exception cref="ArgumentNullException">There are no <paramref name="histories"/>.</exception>
    /// <exception cref="OverflowException">There are more customers than a long can count.</exception>
    public PurchaseStatistics(IEnumerable<CountedHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        var counts = new Dictionary<PurchaseHistory, long>();
        foreach (var counted in histories.Where(counted => counted.Customers > 0))
        {
            counts[counted.History] = checked(counts.GetValueOrDefault(counted.History) + counted.Customers);
            Customers = checked(Customers + counted.Customers);
            RepeatBuyers += counted.History.Repeats > 0 ? counted.Customers : 0;
        }

        Histories =
        [
            .. counts.Select(pair => new CountedHistory(pair.Key, pair.Value))
                .OrderBy(counted => counted.History.Repeats)
                .ThenBy(counted => counted.History.RecencyWeeks)
                .ThenBy(counted => counted.History.AgeWeeks),
        ];
        CustomersByRepeats =
        [
            .. Histories.GroupBy(counted => counted.History.Repeats)
                .Select(group => (group.Key, group.Sum(counted => counted.Customers))),
        ];
    }

    /// <summary>The statistics of one history for each customer.</summary>
    /// <exception cref="ArgumentNullException">There are no <paramref name="histories"/>.</exception>
    public static PurchaseStatistics Of(IEnumerable<PurchaseHistory> histories) =>
        new(histories.Select(history => new CountedHistory(history, 1)));

    /// <summary>Distinct histories, each with at least one customer, sorted.</summary>
    public IReadOnlyList<CountedHistory> Histories { get; }

    /// <summary>Customers in all.</summary>
    public long Customers { get; }

    /// <summary>Customers who came back at least once.</summary>
    public long RepeatBuyers { get; }

    /// <summary>Customers by their repeats, sorted: half of the likelihood depends on no more than that.</summary>
    internal IReadOnlyList<(int Repeats, long Customers)> CustomersByRepeats { get; }
}
