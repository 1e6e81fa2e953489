namespace CxGrains.Abstractions.Views;

/// <summary>The whole workspace at a glance. Topic <c>workspace</c>.</summary>
public sealed record WorkspaceView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The instant the scores are evaluated at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Customers.</summary>
    public required long Customers { get; init; }

    /// <summary>Interactions counted, repeats excepted.</summary>
    public required long Interactions { get; init; }

    /// <summary>Interactions a second, over the last 10 seconds, to one decimal; 0 in <c>asOf</c> queries.</summary>
    public required double InteractionsPerSecond { get; init; }

    /// <summary>NPS of each customer's latest answer of the last 90 UTC days.</summary>
    public required NpsView Nps { get; init; }

    /// <summary>CSAT of each customer's latest answer of the last 90 UTC days.</summary>
    public required CsatView Csat { get; init; }

    /// <summary>CES of each customer's latest answer of the last 90 UTC days.</summary>
    public required CesView Ces { get; init; }

    /// <summary>Customers by risk band.</summary>
    public required RiskCounts Risk { get; init; }

    /// <summary>Customers at high risk.</summary>
    public required long AtRisk { get; init; }

    /// <summary>Alerts.</summary>
    public required AlertCounts Alerts { get; init; }

    /// <summary>Purchases.</summary>
    public required PurchasesView Purchases { get; init; }

    /// <summary>Trends of all answers.</summary>
    public required TrendView Trend { get; init; }

    /// <summary>The customers most at risk, riskiest first, at most 8.</summary>
    public required IReadOnlyList<CustomerRow> AtRiskCustomers { get; init; }

    /// <summary>What came in last, newest first, at most 12.</summary>
    public required IReadOnlyList<FeedEntry> Feed { get; init; }

    /// <summary>Surveys, by id.</summary>
    public required IReadOnlyList<SurveySummary> Surveys { get; init; }

    /// <summary>Segments, by id.</summary>
    public required IReadOnlyList<SegmentSummary> Segments { get; init; }
}
