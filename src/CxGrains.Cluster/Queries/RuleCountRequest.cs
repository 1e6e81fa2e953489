namespace CxGrains.Cluster.Queries;

/// <summary>Asks one partition's index of a rule.</summary>
/// <param name="Rule">The rule's JSON.</param>
/// <param name="AtMs">The instant, Unix milliseconds UTC.</param>
internal sealed record RuleCountRequest(string Rule, long AtMs);
