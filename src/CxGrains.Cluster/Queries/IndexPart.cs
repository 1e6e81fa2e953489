using CxGrains.Abstractions.Views;

namespace CxGrains.Cluster.Queries;

/// <summary>What one partition tells of a workspace besides its sums.</summary>
internal sealed class IndexPart
{
    /// <summary>Customers by band at an instant that is not now; null for now, where the sums tell.</summary>
    public RiskCounts? Risk { get; init; }

    /// <summary>Interactions a second.</summary>
    public required double PerSecond { get; init; }

    /// <summary>Alerts whose cause stands, and customers whose high risk was no news.</summary>
    public required AlertCounts Alerts { get; init; }

    /// <summary>The ids of open alerts that other partitions may have too.</summary>
    public string[] SharedAlerts { get; init; } = [];

    /// <summary>The customers most at risk, with the segments they are in as bits.</summary>
    public required IReadOnlyList<(CustomerRow Row, ulong Membership)> Riskiest { get; init; }

    /// <summary>What came in last, newest first.</summary>
    public required IReadOnlyList<FeedEntry> Feed { get; init; }

    /// <summary>Answers of all time, by survey.</summary>
    public required IReadOnlyDictionary<string, long> SurveyResponses { get; init; }

    /// <summary>Members and re-evaluation of each segment.</summary>
    public required IReadOnlyDictionary<string, (long Members, int Cursor, int Target)> Segments { get; init; }
}
