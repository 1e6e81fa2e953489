namespace CxGrains.Cluster.Customers;

/// <summary>What a customer announced at a position, as bytes.</summary>
[GenerateSerializer, Immutable, Alias("cx.Announcement")]
internal sealed class KeptAnnouncement
{
    /// <summary>The position.</summary>
    [Id(0)]
    public required long Position { get; init; }

    /// <summary>The announcement, in the domain's encoding.</summary>
    [Id(1)]
    public required byte[] Bytes { get; init; }
}
