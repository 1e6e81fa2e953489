using System.Xml.Linq;

namespace CxGrains.Architecture.Tests;

public class LeftOutTests
{
    [Fact]
    public void The_solution_leaves_out_what_needs_Orleans_and_nothing_else()
    {
        var needs = LeftOutRules.Needs(Repository.Projects("src", "clients", "tests", "load-tests").ToList()).ToList();
        var listed = LeftOutRules.Listed(XDocument.Parse(Repository.Text("Directory.Solution.targets"))).ToList();

        Assert.NotEmpty(listed);
        Violations.AssertNone(
        [
            .. needs.Except(listed).Select(need => $"{need.Project} needs {need.Package}: say so in Directory.Solution.targets."),
            .. listed.Except(needs).Select(need => $"{need.Project} does not need {need.Package}, as Directory.Solution.targets says."),
        ]);
    }

    [Fact]
    public void A_project_needs_what_the_projects_below_it_need()
    {
        Project[] projects =
        [
            new("Low", [], ["Microsoft.Orleans.Clustering.AdoNet"]),
            new("Hub", ["Low"], ["Azure.Identity"]),
            new("Top", ["Hub"], ["Npgsql"]),
            new("Apart", [], ["Npgsql"]),
        ];

        Assert.Equal(
            [
                ("Hub", "Microsoft.Orleans.Server"),
                ("Hub", "Microsoft.Orleans.Streaming.EventHubs"),
                ("Low", "Microsoft.Orleans.Server"),
                ("Top", "Microsoft.Orleans.Server"),
                ("Top", "Microsoft.Orleans.Streaming.EventHubs"),
            ],
            LeftOutRules.Needs(projects).Order());
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("CxGrains.sln");

        Assert.All(Repository.Projects("src", "clients", "tests", "load-tests"), project => Assert.Contains($"\\{project.Name}.csproj\"", solution, StringComparison.Ordinal));
    }
}
