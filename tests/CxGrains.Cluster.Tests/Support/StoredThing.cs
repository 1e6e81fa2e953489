using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>A state for grain storage to keep.</summary>
[GenerateSerializer]
[Alias("CxGrains.Cluster.Tests.StoredThing")]
public sealed class StoredThing : IPositionedState
{
    [Id(0)]
    public string Text { get; set; } = "";

    /// <summary>Not stored; 0 for a state that nobody erases.</summary>
    [field: NonSerialized]
    public long Position { get; set; }
}
