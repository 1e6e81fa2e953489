namespace CxGrains.Cluster.Queries;

/// <summary>Customers of one partition that a sample takes.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="Next">The row the sample goes on with; -1 where these were the last.</param>
internal sealed record SampledCustomers(IReadOnlyList<string> Ids, int Next);
