using System.Text.RegularExpressions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>The list of pages that the browser's tests go through lacks none.</summary>
public sealed partial class DashboardPagesTests
{
    [Fact]
    public void Every_path_of_the_router_is_matched_by_an_address_of_the_list()
    {
        var paths = Path().Matches(DashboardFiles.Read("src/app/router.tsx")).Select(match => match.Groups[1].Value).ToList();
        var addresses = DashboardPages.All.Select(page => page.Address.Split('?')[0].Trim('/')).ToList();

        var matched = addresses.Select(address => BestOf(paths, address)).ToHashSet();

        Assert.NotEmpty(paths);
        Assert.Empty(paths.Except(matched));
    }

    // As the router chooses: of those that fit, the one that says most.
    private static string BestOf(List<string> paths, string address) =>
        paths.Where(path => Fits(path.Split('/'), address.Split('/'))).MaxBy(path => path == "*" ? -1 : path.Split('/').Count(part => part[0] != ':')) ?? "";

    private static bool Fits(string[] path, string[] address) =>
        path is ["*"] || (path.Length == address.Length && path.Zip(address).All(pair => pair.First is [':', ..] || pair.First == pair.Second));

    [GeneratedRegex("""\bpath: "([^"]+)""")]
    private static partial Regex Path();
}
