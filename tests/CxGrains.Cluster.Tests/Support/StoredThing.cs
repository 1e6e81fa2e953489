namespace CxGrains.Cluster.Tests.Support;

/// <summary>A state for grain storage to keep.</summary>
[GenerateSerializer]
[Alias("CxGrains.Cluster.Tests.StoredThing")]
public sealed class StoredThing
{
    [Id(0)]
    public string Text { get; set; } = "";
}
