namespace CxGrains.Abstractions.Views;

/// <summary>Who belongs to two segments, as membership stands now.</summary>
/// <param name="First">The id of one.</param>
/// <param name="Second">The id of the other.</param>
/// <param name="Both">Customers that belong to both.</param>
/// <param name="OnlyFirst">Customers that belong to the first and not to the second.</param>
/// <param name="OnlySecond">Customers that belong to the second and not to the first.</param>
/// <param name="Customers">All customers.</param>
public sealed record SegmentOverlapView(string First, string Second, long Both, long OnlyFirst, long OnlySecond, long Customers);
