namespace CxGrains.Cluster.Customers;

/// <summary>A customer as stored.</summary>
[GenerateSerializer, Alias("cx.CustomerRow")]
internal sealed class CustomerRow
{
    /// <summary>The state, in the domain's encoding; null before the first save.</summary>
    [Id(0)]
    public byte[]? State { get; set; }

    /// <summary>What it announced at positions that are not known to be committed.</summary>
    [Id(1)]
    public KeptAnnouncement[] Announcements { get; set; } = [];
}
