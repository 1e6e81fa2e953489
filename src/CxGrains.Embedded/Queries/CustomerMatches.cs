using CxGrains.Abstractions.Views;

namespace CxGrains.Embedded.Queries;

/// <summary>The customers of one partition that match a search.</summary>
/// <param name="Total">All that match.</param>
/// <param name="First">The first of them behind the cursor, in order.</param>
internal sealed record CustomerMatches(long Total, IReadOnlyList<(CustomerRank Rank, CustomerRow Row)> First);
