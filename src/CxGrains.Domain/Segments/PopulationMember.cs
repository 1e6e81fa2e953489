using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Segments;

/// <summary>The part of a customer's state that a population (the workspace, a segment) sums up.</summary>
/// <param name="Band">Its risk band.</param>
/// <param name="Nps">Its latest NPS answer.</param>
/// <param name="Csat">Its latest CSAT answer.</param>
/// <param name="Ces">Its latest CES answer.</param>
/// <param name="Purchases">Its purchases.</param>
public readonly record struct PopulationMember(RiskBand Band, LatestAnswer? Nps, LatestAnswer? Csat, LatestAnswer? Ces, Purchases Purchases);
