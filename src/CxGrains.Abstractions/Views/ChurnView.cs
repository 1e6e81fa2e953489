using CxGrains.Domain.Scores;

namespace CxGrains.Abstractions.Views;

/// <summary>Churn risk for readers.</summary>
public sealed record ChurnView
{
    /// <summary>Whether there was any activity to judge by.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Probability that the customer has left, 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>The band of the probability.</summary>
    public required RiskBand Band { get; init; }

    /// <summary>Since when the customer is in this band; absent where not tracked (<c>asOf</c> queries).</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True where the customer was at high risk before it could be news: learned from old data, an import or a redefinition. No alert was sent.</summary>
    public bool AlreadySo { get; init; }

    /// <summary>The strongest reason in words.</summary>
    public string? Why { get; init; }

    /// <summary>What the probability comes from. Absent in lists, as are all that follow.</summary>
    public ChurnSource? Source { get; init; }

    /// <summary>Outcomes of the workspace's own customers that it was learned from; 0 for the prior.</summary>
    public long? Outcomes { get; init; }

    /// <summary>Days ahead that a learned probability looks; absent for the prior, which says whether the customer has left for good.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>The average customer's probability, against which drivers are told; for the prior that of a customer just seen for the first time.</summary>
    public double? Baseline { get; init; }

    /// <summary>What tells the customer from the average one, the five strongest first, and the rest together as <c>other</c>; they sum to the difference of the log-odds.</summary>
    public IReadOnlyList<ChurnDriver>? Drivers { get; init; }
}
