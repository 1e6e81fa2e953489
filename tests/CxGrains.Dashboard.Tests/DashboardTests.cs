namespace CxGrains.Dashboard.Tests;

/// <summary>The dashboard's own checks, so that one command runs every test of the project.</summary>
public class DashboardTests
{
    [NpmFact]
    public Task Its_tests_pass() => Npm.RunAsync("test");

    [NpmFact]
    public Task Its_types_are_right() => Npm.RunAsync("typecheck");

    [NpmFact]
    public Task It_follows_the_rules_of_style() => Npm.RunAsync("lint");

    [NpmFact]
    public Task It_is_formatted() => Npm.RunAsync("format:check");

    [Fact]
    public void Its_lock_file_names_no_place_that_packages_come_from() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(Npm.DashboardDirectory, "package-lock.json")), StringComparison.Ordinal);
}
