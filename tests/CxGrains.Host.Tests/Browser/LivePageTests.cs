using CxGrains.Host.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>The open page follows what comes in over HTTP, also beyond the death of the Host.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class LivePageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task Scores_and_the_at_risk_list_change_without_reload_and_again_after_a_kill()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.ApplyAsync([.. Enumerable.Range(0, 5).Select(number => Visitor.Answer($"first-{number}", number == 0 ? 3 : 10))]);
        var page = await chromium.OpenAsync(host.Url);
        var uncaught = new List<string>();
        page.PageError += (_, error) => uncaught.Add(error);
        await page.SignInAsync();
        await page.ExpectLiveAsync();
        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync("60.0");
        await Expect(page.GetByTestId("kpi-atrisk")).ToHaveTextAsync("0");
        await page.EvaluateAsync("window.isSamePage = true");

        await api.ApplyAsync([.. Enumerable.Range(0, 5).Select(number => Visitor.Answer($"second-{number}", 9))]);
        await api.LapsedAsync("lapsed");

        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync("80.0");
        await Expect(page.GetByTestId("kpi-atrisk")).ToHaveTextAsync("1");
        await Expect(page.AtRisk("lapsed")).ToBeVisibleAsync();

        await host.KillAsync();
        await page.ExpectLiveAsync("lost");
        await Expect(page.GetByTestId("live-state")).ToContainTextAsync("Not live");
        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync("80.0");

        await host.StartAsync();
        await page.ExpectLiveAsync();
        await api.ApplyAsync([.. Enumerable.Range(0, 10).Select(number => Visitor.Answer($"third-{number}", 10))]);
        await api.LapsedAsync("lapsed-too");

        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync("90.0");
        await Expect(page.GetByTestId("kpi-atrisk")).ToHaveTextAsync("2");
        await Expect(page.AtRisk("lapsed-too")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isSamePage === true"), "the page was loaded again");
        Assert.Empty(uncaught);
    }
}
