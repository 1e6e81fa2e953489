namespace CxGrains.Cluster;

/// <summary>The grain storage's name.</summary>
internal static class ClusterStorage
{
    /// <summary>All grains' state.</summary>
    public const string Name = "cx";
}
