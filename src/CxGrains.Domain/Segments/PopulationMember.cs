using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Advocacy;

namespace CxGrains.Domain.Segments;

/// <summary>The part of a customer's state that a population (the workspace, a segment) sums up.</summary>
/// <param name="Band">Its risk band.</param>
/// <param name="Nps">Its latest NPS answer.</param>
/// <param name="Csat">Its latest CSAT answer.</param>
/// <param name="Ces">Its latest CES answer.</param>
/// <param name="Purchases">Its purchases.</param>
public readonly record struct PopulationMember(RiskBand Band, LatestAnswer? Nps, LatestAnswer? Csat, LatestAnswer? Ces, Purchases Purchases)
{
    /// <summary>The UTC day from which its being an advocate is counted; null where it is none. See <see cref="AdvocacyRules.AdvocateDay"/>.</summary>
    public int? AdvocateDay { get; init; }

    /// <summary>Whether it ever referred another.</summary>
    public bool HasReferred { get; init; }
}
