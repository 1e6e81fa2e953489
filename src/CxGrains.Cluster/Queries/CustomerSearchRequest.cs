using CxGrains.Abstractions.Queries;

namespace CxGrains.Cluster.Queries;

/// <summary>A search through one partition's index.</summary>
/// <param name="Query">Which customers.</param>
/// <param name="Slots">The slots of the segments defined.</param>
/// <param name="AtMs">The instant, where the cursor brings none.</param>
internal sealed record CustomerSearchRequest(CustomerQuery Query, IReadOnlyDictionary<string, int> Slots, long AtMs);
