using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Customers;

/// <summary>A customer as stored.</summary>
[GenerateSerializer, Alias("cx.CustomerRow")]
internal sealed class CustomerRow : IPositionedState
{
    /// <summary>The state, in the domain's encoding; null before the first save.</summary>
    [Id(0)]
    public byte[]? State { get; set; }

    /// <summary>What it announced at positions that are not known to be committed.</summary>
    [Id(1)]
    public KeptAnnouncement[] Announcements { get; set; } = [];

    /// <inheritdoc/>
    /// <remarks>It is in the state, and not stored once more.</remarks>
    [field: NonSerialized]
    public long Position { get; set; }
}
