namespace CxGrains.Cluster.Customers;

/// <summary>A customer's answer to a batch.</summary>
[GenerateSerializer, Immutable, Alias("cx.CustomerFolded")]
internal sealed class CustomerFolded
{
    /// <summary>The life that answers.</summary>
    [Id(0)]
    public required long Activation { get; init; }

    /// <summary>The last record the customer holds.</summary>
    [Id(1)]
    public required long Position { get; init; }

    /// <summary>What the records mean for others, in order; records that mean nothing are left out.</summary>
    [Id(2)]
    public required KeptAnnouncement[] Announcements { get; init; }

    /// <summary>The customer's row of the index; null where there is no customer.</summary>
    [Id(3)]
    public byte[]? Entry { get; init; }

    /// <summary>The record that could not be folded; 0 for none. Nothing of this batch counts then.</summary>
    [Id(4)]
    public long Poisoned { get; init; }

    /// <summary>Why.</summary>
    [Id(5)]
    public string? Error { get; init; }
}
