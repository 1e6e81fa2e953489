namespace CxGrains.Conformance.Runtimes;

/// <summary>How large a runtime under test may grow.</summary>
public sealed record RuntimeSize
{
    /// <summary>Partitions.</summary>
    public int PartitionsCount { get; init; } = 3;

    /// <summary>Customers held in memory.</summary>
    public int ResidentCustomersMax { get; init; } = 200_000;

    /// <summary>Accepted interactions that may wait.</summary>
    public int WaitingInteractionsMax { get; init; } = 100_000;
}
