namespace CxGrains.Cluster.Tests.Support;

/// <summary>Tests that crash silos and mostly wait for the others to notice: beside the rest, on a server of their own.</summary>
[CollectionDefinition(Name)]
public sealed class CrashesCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "Crashes";
}
