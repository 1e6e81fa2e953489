namespace CxGrains.Abstractions.Views;

/// <summary>When an account's contract renews: the earliest date ahead that its customers state, otherwise the latest that is over.</summary>
/// <param name="Date">The date, UTC.</param>
/// <param name="Days">Whole days from the instant's UTC day to the date; negative where it is over.</param>
/// <param name="IsPast">Whether it is over: no later date is stated.</param>
/// <param name="IsRenewed">Whether the date that is over is that of a <c>renewed</c> interaction, or has one on that day or after it.</param>
public sealed record RenewalView(DateOnly Date, int Days, bool IsPast, bool IsRenewed);
