using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>What the churn model looks at in a customer's state, but for its traits, which are looked at apart.</summary>
/// <param name="Rhythm">How often it is active.</param>
/// <param name="Engagement">Decayed counts of what it does.</param>
/// <param name="Trend">Whether its activity rises or falls.</param>
/// <param name="Nps">Its latest NPS answer.</param>
/// <param name="Csat">Its latest CSAT answer.</param>
/// <param name="Ces">Its latest CES answer.</param>
/// <param name="Purchases">Its purchases.</param>
/// <param name="OpenTickets">Tickets that are open, from 0.</param>
/// <param name="CancelRequested">Whether it has asked to cancel, and neither cancelled nor renewed since.</param>
public readonly record struct RiskInputs(
    Rhythm Rhythm,
    Engagement Engagement,
    ActivityTrend Trend,
    LatestAnswer? Nps,
    LatestAnswer? Csat,
    LatestAnswer? Ces,
    Purchases Purchases,
    int OpenTickets,
    bool CancelRequested)
{
    /// <summary>What it has said of leaving, which the model that has not learned looks at.</summary>
    public Departure Departure { get; init; }
}
