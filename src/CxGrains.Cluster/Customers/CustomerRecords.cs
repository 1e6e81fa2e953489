namespace CxGrains.Cluster.Customers;

/// <summary>A batch's records for one customer, in the order of the log.</summary>
[GenerateSerializer, Immutable, Alias("cx.CustomerRecords")]
internal sealed class CustomerRecords
{
    /// <summary>Rows up to here are committed: what the customer announced of them is not asked for again.</summary>
    [Id(0)]
    public required long CommittedRow { get; init; }

    /// <summary>What the workspace has defined at these positions.</summary>
    [Id(1)]
    public required RuleSet Rules { get; init; }

    /// <summary>The records.</summary>
    [Id(2)]
    public required CustomerRecord[] Records { get; init; }

    /// <summary>The worker that hands over.</summary>
    [Id(4)]
    public required long Worker { get; init; }

    /// <summary>The life that holds what was handed over before: another one must not take these, or it would have a hole; 0 for any.</summary>
    [Id(3)]
    public long BoundTo { get; init; }
}
