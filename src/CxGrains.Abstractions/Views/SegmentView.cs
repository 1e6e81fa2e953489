using System.Text.Json;

namespace CxGrains.Abstractions.Views;

/// <summary>One segment. Topic <c>segment/{id}</c>.</summary>
public sealed record SegmentView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The rule as defined.</summary>
    public required JsonElement Rule { get; init; }

    /// <summary>The instant the scores are evaluated at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Customers in it.</summary>
    public required long Members { get; init; }

    /// <summary>How far the re-evaluation after a changed rule is, 0 to 1; 1 when done.</summary>
    public required double Progress { get; init; }

    /// <summary>NPS of each member's latest answer of the last 90 UTC days.</summary>
    public required NpsView Nps { get; init; }

    /// <summary>CSAT of each member's latest answer of the last 90 UTC days.</summary>
    public required CsatView Csat { get; init; }

    /// <summary>CES of each member's latest answer of the last 90 UTC days.</summary>
    public required CesView Ces { get; init; }

    /// <summary>
    /// How the scores moved: of those who are members now, each one's latest answer on the day it was given. It is no history of who
    /// was a member on those days, and an answer that a later one has replaced is not in it.
    /// </summary>
    public required TrendView Trend { get; init; }

    /// <summary>Members by risk band.</summary>
    public required RiskCounts Risk { get; init; }

    /// <summary>Members' purchases.</summary>
    public required PurchasesView Purchases { get; init; }
}
