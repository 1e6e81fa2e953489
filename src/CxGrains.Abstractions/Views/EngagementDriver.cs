namespace CxGrains.Abstractions.Views;

/// <summary>One kind of interaction's part in an engagement score.</summary>
/// <param name="Kind">The kind, such as <c>purchase</c>.</param>
/// <param name="Points">Its part of the score.</param>
/// <param name="Count">Its decayed count at the instant of the view.</param>
public sealed record EngagementDriver(string Kind, double Points, double Count);
