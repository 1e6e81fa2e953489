namespace CxGrains.Abstractions.Views;

/// <summary>One side of a comparison.</summary>
/// <param name="Segment">The segment; absent for all customers.</param>
/// <param name="From">The first UTC day of the window.</param>
/// <param name="To">Its last UTC day.</param>
public sealed record ComparedView(string? Segment, DateOnly From, DateOnly To);
