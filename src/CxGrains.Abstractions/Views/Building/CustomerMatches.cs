namespace CxGrains.Abstractions.Views.Building;

/// <summary>The customers of one partition that match a search.</summary>
/// <param name="Total">All that match.</param>
/// <param name="First">The first of them behind the cursor, in order.</param>
public sealed record CustomerMatches(long Total, IReadOnlyList<(CustomerRank Rank, CustomerRow Row)> First);
