using System.Xml.Linq;

namespace CxGrains.Architecture.Tests;

/// <summary>What leaves the solution where Orleans cannot be restored: which project needs which of the packages that are probed for.</summary>
internal static class LeftOutRules
{
    private const string Orleans = "Microsoft.Orleans.Server";
    private const string EventHubs = "Microsoft.Orleans.Streaming.EventHubs";

    /// <summary>What the projects need, by themselves or through others.</summary>
    public static IEnumerable<(string Project, string Package)> Needs(IReadOnlyCollection<Project> projects)
    {
        var byName = projects.ToDictionary(project => project.Name);
        return projects
            .SelectMany(project => Packages(project, byName).Select(package => (project.Name, Probed: ProbedFor(package))))
            .Where(need => need.Probed is not null)
            .Select(need => (need.Name, need.Probed!))
            .Distinct();
    }

    /// <summary>What the solution's targets say.</summary>
    public static IEnumerable<(string Project, string Package)> Listed(XDocument targets) => targets
        .Descendants("NeedsPackage")
        .Where(item => item.Attribute("Include") is not null)
        .Select(item => (Path.GetFileName(item.Attribute("Include")!.Value), item.Attribute("Package")!.Value));

    private static IEnumerable<string> Packages(Project project, Dictionary<string, Project> byName) =>
        project.Packages.Concat(project.References.SelectMany(reference => Packages(byName[reference], byName)));

    private static string? ProbedFor(string package) =>
        package.StartsWith("Azure.", StringComparison.Ordinal) || package == EventHubs ? EventHubs
        : package.StartsWith("Microsoft.Orleans.", StringComparison.Ordinal) ? Orleans
        : null;
}
