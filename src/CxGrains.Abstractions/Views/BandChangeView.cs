using CxGrains.Domain.Scores;

namespace CxGrains.Abstractions.Views;

/// <summary>A change of risk band.</summary>
/// <param name="At">When the band changed.</param>
/// <param name="From">The band before.</param>
/// <param name="To">The band after.</param>
/// <param name="AlreadySo">Whether it was no news when it was learned.</param>
public sealed record BandChangeView(DateTimeOffset At, RiskBand From, RiskBand To, bool AlreadySo);
