using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What one partition tells of a workspace: copies only, for another thread to merge.</summary>
public sealed class WorkspacePart
{
    /// <summary>The sums.</summary>
    public required WorkspaceShard Shard { get; init; }

    /// <summary>Customers by band at the instant.</summary>
    public required RiskCounts Risk { get; init; }

    /// <summary>Interactions a second.</summary>
    public required double PerSecond { get; init; }

    /// <summary>Alerts.</summary>
    public required AlertCounts Alerts { get; init; }

    /// <summary>The ids of open alerts that other partitions may have too.</summary>
    public IReadOnlyCollection<string> SharedAlerts { get; init; } = [];

    /// <summary>The customers most at risk, with the segments they are in as bits.</summary>
    public required IReadOnlyList<(CustomerRow Row, ulong Membership)> Riskiest { get; init; }

    /// <summary>What came in last, newest first.</summary>
    public required IReadOnlyList<FeedEntry> Feed { get; init; }

    /// <summary>Answers of all time, by survey.</summary>
    public required IReadOnlyDictionary<string, long> SurveyResponses { get; init; }

    /// <summary>Members and re-evaluation of each segment.</summary>
    public required IReadOnlyDictionary<string, (long Members, int Cursor, int Target)> Segments { get; init; }
}
