using System.Xml.Linq;

namespace CxGrains.Architecture.Tests;

public class LayerTests
{
    [Fact]
    public void Projects_reference_only_what_lies_below_them()
    {
        var projects = Repository.Projects("src").ToList();

        Assert.Contains(projects, project => project.Name == "CxGrains.Domain");
        Violations.AssertNone(projects.SelectMany(LayerRules.Violations));
    }

    [Fact]
    public void Programs_under_src_never_reach_into_tests_or_load_tests()
    {
        var above = Repository.Projects("tests", "load-tests").Select(project => project.Name).ToHashSet();

        Assert.NotEmpty(above);
        Assert.DoesNotContain(Repository.Projects("src").SelectMany(project => project.References), above.Contains);
    }

    [Theory]
    [InlineData("CxGrains.Domain", "CxGrains.Abstractions")]
    [InlineData("CxGrains.Abstractions", "CxGrains.Embedded")]
    [InlineData("CxGrains.Web", "CxGrains.Embedded")]
    [InlineData("CxGrains.Web", "CxGrains.Cluster")]
    [InlineData("CxGrains.Embedded", "CxGrains.Web")]
    [InlineData("CxGrains.Embedded", "CxGrains.Cluster")]
    [InlineData("CxGrains.Cluster", "CxGrains.Embedded")]
    [InlineData("CxGrains.Cluster", "CxGrains.Web")]
    [InlineData("CxGrains.Cluster", "CxGrains.Cluster.EventHubs")]
    [InlineData("CxGrains.Host", "CxGrains.Cluster")]
    [InlineData("CxGrains.Silo", "CxGrains.Embedded")]
    [InlineData("CxGrains.Cli", "CxGrains.Web")]
    public void A_forbidden_reference_is_found(string project, string reference)
    {
        var parsed = Project.Parse(project, XDocument.Parse(
            $"""<Project><ItemGroup><ProjectReference Include="..\{reference}\{reference}.csproj" /></ItemGroup></Project>"""));

        Assert.Equal([$"{project} must not reference {reference}."], LayerRules.Violations(parsed));
    }

    [Fact]
    public void A_package_in_the_domain_is_found()
    {
        var parsed = Project.Parse("CxGrains.Domain", XDocument.Parse(
            """<Project><ItemGroup><PackageReference Include="CsvHelper" /></ItemGroup></Project>"""));

        Assert.Equal(["CxGrains.Domain is pure and must not use the package CsvHelper."], LayerRules.Violations(parsed));
    }

    [Fact]
    public void A_project_without_a_place_in_the_layout_is_found()
    {
        var violation = Assert.Single(LayerRules.Violations(new Project("CxGrains.Misc", [], [])));

        Assert.StartsWith("CxGrains.Misc has no place", violation, StringComparison.Ordinal);
    }
}
