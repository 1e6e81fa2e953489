namespace CxGrains.Architecture.Tests;

/// <summary>The arrows of the design's layout: which project of src may reference which. They point down only.</summary>
internal static class LayerRules
{
    private const string Domain = "CxGrains.Domain";
    private const string Abstractions = "CxGrains.Abstractions";
    private const string Embedded = "CxGrains.Embedded";
    private const string Cluster = "CxGrains.Cluster";
    private const string EventHubs = "CxGrains.Cluster.EventHubs";
    private const string Web = "CxGrains.Web";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [Domain] = [],
        [Abstractions] = [Domain],
        [Embedded] = [Abstractions, Domain],
        [Cluster] = [Abstractions, Domain],
        [EventHubs] = [Cluster, Abstractions, Domain],
        [Web] = [Abstractions, Domain],
        ["CxGrains.Dashboard"] = [],
        ["CxGrains.Host"] = [Web, Embedded, Abstractions, Domain],
        ["CxGrains.Silo"] = [Web, Cluster, EventHubs, Abstractions, Domain],
        ["CxGrains.Cli"] = [Embedded, Abstractions, Domain],
    };

    // The domain may use a numerics library and nothing else.
    private static readonly string[] DomainPackages = ["MathNet.Numerics"];

    /// <summary>What is wrong with the references of a project of src, one sentence each.</summary>
    public static IEnumerable<string> Violations(Project project)
    {
        if (!Allowed.TryGetValue(project.Name, out var allowed))
        {
            yield return $"{project.Name} has no place in the layout: give it one in {nameof(LayerRules)}.";
            yield break;
        }

        foreach (var reference in project.References.Except(allowed))
        {
            yield return $"{project.Name} must not reference {reference}.";
        }

        if (project.Name == Domain)
        {
            foreach (var package in project.Packages.Except(DomainPackages))
            {
                yield return $"{project.Name} is pure and must not use the package {package}.";
            }
        }
    }
}
