using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Customers;

/// <summary>A change of a customer's risk band.</summary>
/// <param name="AtMs">When the probability crossed the line, Unix milliseconds UTC.</param>
/// <param name="From">The band before.</param>
/// <param name="To">The band after.</param>
/// <param name="AlreadySo">Whether it was no news when it was learned.</param>
public readonly record struct BandChange(long AtMs, RiskBand From, RiskBand To, bool AlreadySo);
