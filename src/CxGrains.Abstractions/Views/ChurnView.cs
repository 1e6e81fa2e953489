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

    /// <summary>Signed contributions to the log-odds, strongest first; they sum to the log-odds. Absent in lists.</summary>
    public IReadOnlyList<ChurnDriver>? Drivers { get; init; }
}
