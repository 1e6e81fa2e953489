namespace CxGrains.Cluster;

/// <summary>The grain storages' names.</summary>
internal static class ClusterStorage
{
    /// <summary>The state of all grains but customers.</summary>
    public const string Name = "cx";

    /// <summary>Customers' state.</summary>
    public const string Customers = "cx-customers";
}
