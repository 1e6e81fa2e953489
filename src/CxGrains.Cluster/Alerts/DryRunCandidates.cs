namespace CxGrains.Cluster.Alerts;

/// <summary>Customers of one partition that a rule may be raised for.</summary>
/// <param name="Customers">Their ids and names.</param>
/// <param name="Next">How many of the index to pass over next time; -1 where these were the last.</param>
internal sealed record DryRunCandidates(IReadOnlyList<DryRunCandidate> Customers, int Next)
{
    /// <summary>Customers told at once: that many grains are asked together.</summary>
    public const int CustomersMax = 64;
}
