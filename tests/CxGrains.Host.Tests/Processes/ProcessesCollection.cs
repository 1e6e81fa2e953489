namespace CxGrains.Host.Tests.Processes;

/// <summary>The tests that start programs run one after the other: side by side they would only wait for the same processor.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessesCollection
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Programs as processes";
}
