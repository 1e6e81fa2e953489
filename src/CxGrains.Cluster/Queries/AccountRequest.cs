namespace CxGrains.Cluster.Queries;

/// <summary>A question for one account.</summary>
/// <param name="Account">Its id.</param>
/// <param name="AsOf">The instant scores are evaluated at; null for now.</param>
/// <param name="Slots">The slots of the segments defined.</param>
/// <param name="AtMs">The instant.</param>
internal sealed record AccountRequest(string Account, DateTimeOffset? AsOf, IReadOnlyDictionary<string, int> Slots, long AtMs);
