namespace CxGrains.Cluster.Alerts;

/// <summary>A customer that a rule may be raised for.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name; null where unknown.</param>
internal sealed record DryRunCandidate(string Id, string? Name);
