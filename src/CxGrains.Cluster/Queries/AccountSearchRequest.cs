using CxGrains.Abstractions.Queries;

namespace CxGrains.Cluster.Queries;

/// <summary>A search for accounts in one partition's index.</summary>
/// <param name="Query">Which accounts.</param>
/// <param name="AtMs">The instant, where the cursor brings none.</param>
/// <param name="From">The id behind which accounts are asked for; null for the first.</param>
internal sealed record AccountSearchRequest(AccountQuery Query, long AtMs, string? From);
