namespace CxGrains.Conformance.Runtimes;

/// <summary>How large a runtime under test may grow.</summary>
public sealed record RuntimeSize
{
    /// <summary>Partitions.</summary>
    public int PartitionsCount { get; init; } = 3;

    /// <summary>Customers held in memory.</summary>
    public int ResidentCustomersMax { get; init; } = 200_000;

    /// <summary>Accepted interactions that may wait.</summary>
    public int WaitingInteractionsMax { get; init; } = 32_000;

    /// <summary>Bytes of accepted interactions that may wait.</summary>
    public long WaitingBytesMax { get; init; } = 64 * 1024 * 1024;

    /// <summary>Customers of all workspaces.</summary>
    public int CustomersMax { get; init; } = 2_000_000;
}
