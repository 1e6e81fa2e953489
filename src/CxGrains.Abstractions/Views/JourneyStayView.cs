namespace CxGrains.Abstractions.Views;

/// <summary>A customer's stay in a stage of a journey.</summary>
/// <param name="Journey">The journey's id.</param>
/// <param name="Stage">The stage's id.</param>
/// <param name="Entered">When it entered.</param>
public sealed record JourneyStayView(string Journey, string Stage, DateTimeOffset Entered);
