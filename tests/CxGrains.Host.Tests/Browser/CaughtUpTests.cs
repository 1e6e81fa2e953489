using System.Globalization;
using System.Text.Json;
using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>A page that was open while the Host was killed shows, field by field, what the query API gives and what a page shows that is opened anew.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class CaughtUpTests(Chromium chromium) : IClassFixture<Chromium>
{
    // What tells of time passed, or of what came since the page was opened, is each page's own.
    private const string TextOfPage = """
        () => [...document.querySelectorAll('main .card')]
            .filter(card => !card.querySelector('[data-testid=feed-row], [data-testid=kpi-rate]'))
            .map(card => { const copy = card.cloneNode(true); copy.querySelectorAll('time').forEach(time => time.remove()); return copy.textContent.trim(); }).join('\n')
        """;

    [ChromiumFact]
    public async Task Every_figure_equals_the_query_after_a_kill()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.DefineAsync("alert-rules/complaints", new { id = "complaints", name = "Complaints", condition = new { type = "complaint" } });
        await SendAsync(api, "before", 8);
        var page = await OpenAsync(host);
        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync("100.0");
        await page.EvaluateAsync("window.isSamePage = true");

        await host.KillAsync();
        await host.StartAsync();
        await SendAsync(api, "after", 12, score: 5);
        await api.LapsedAsync("lapsed");
        await api.ApplyAsync(new { customer = "after-1", type = "complaint" });

        var view = await api.ViewAsync("workspace");
        await Expect(page.GetByTestId("kpi-atrisk")).ToHaveTextAsync(Text(view.At("atRisk")));
        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync(view.At("nps.score").GetDouble().ToString("0.0", CultureInfo.InvariantCulture));
        await Expect(page.GetByTestId("kpi-alerts")).ToHaveTextAsync(Text(view.At("alerts.open")));
        var alerts = (await api.ViewAsync("alerts")).At("alerts").EnumerateArray().ToList();
        await Expect(page.GetByTestId("alert-row")).ToHaveCountAsync(alerts.Count);
        foreach (var alert in alerts)
        {
            await Expect(page.Locator($"[data-testid=alert-row][data-customer={alert.GetProperty("customer").GetString()}]")).ToContainTextAsync(alert.GetProperty("reason").GetString()!);
        }

        var fresh = await OpenAsync(host);
        await Expect(fresh.GetByTestId("kpi-atrisk")).ToHaveTextAsync(Text(view.At("atRisk")));
        var (caughtUp, opened) = ("", "");
        await Until.TrueAsync(
            async () => (caughtUp = await CardsAsync(page)) == (opened = await CardsAsync(fresh)),
            () => $"both pages show the same:\n{caughtUp}\n\nand\n\n{opened}");
        Assert.Contains("lapsed", caughtUp, StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("window.isSamePage === true"), "the page was loaded again");
    }

    private static Task<string> CardsAsync(IPage page) => page.EvaluateAsync<string>(TextOfPage);

    private static string Text(JsonElement count) => count.GetInt64().ToString(CultureInfo.InvariantCulture);

    private static Task SendAsync(Api api, string name, int count, int score = 10) =>
        api.ApplyAsync([.. Enumerable.Range(0, count).Select(number => Visitor.Answer($"{name}-{number}", score))]);

    private async Task<IPage> OpenAsync(HostProcess host)
    {
        var page = await chromium.OpenAsync(host.Url);
        await page.SignInAsync();
        await page.ExpectLiveAsync();
        return page;
    }
}
