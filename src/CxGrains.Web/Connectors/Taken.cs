namespace CxGrains.Web.Connectors;

/// <summary>What became of a payload's events.</summary>
/// <param name="Accepted">Interactions that are durable.</param>
/// <param name="Bad">Events that could not be read.</param>
/// <param name="Ignored">Why it holds nothing to take, where that is in order; null otherwise.</param>
internal sealed record Taken(int Accepted, IReadOnlyList<Quarantined> Bad, string? Ignored = null);
