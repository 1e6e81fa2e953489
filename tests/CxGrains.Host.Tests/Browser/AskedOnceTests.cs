using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;

namespace CxGrains.Host.Tests.Browser;

/// <summary>
/// A page asks for nothing twice, and for nothing that a live topic already gives. The page's clock stands still meanwhile: what a page asks for again
/// after a while is not what is looked for.
/// </summary>
[Collection(ProcessesCollection.Name)]
public sealed partial class AskedOnceTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    private const string Name = "root";
    private const string Password = "correct horse battery";

    // Put forward for what waits a moment, such as for typing to end; far less than any page waits before it asks again.
    private const int StepMs = 20;
    private const int StepsMax = 75;

    // An edit needs the version that it changes, which comes with the definition's answer only.
    private static readonly string[] NeedsVersion = ["/surveys/relationship/edit", "/segments/pro/edit"];

    [ChromiumFact]
    public async Task No_page_asks_twice_or_for_what_is_live()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        await api.DefineAsync($"users/{Name}", new { role = "administrator", password = Password });
        var page = await chromium.OpenAsync(await host.UrlAsync());
        await page.SignInByNameAsync(Name, Password);
        var reader = await Reader.OfAsync(page, "en");
        await page.Clock.InstallAsync();
        await reader.OpenAsync("/");
        await page.Clock.PauseAtAsync(await page.EvaluateAsync<string>("new Date(Date.now() + 1000).toISOString()"));

        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (request.Method == "GET" && request.Url.Contains("/api/v1/", StringComparison.Ordinal))
            {
                asked.Enqueue(request.Url);
            }
        };
        foreach (var address in DashboardPages.All.Select(listed => listed.Address).Where(address => !address.Contains('?') && address != DashboardPages.Nowhere))
        {
            foreach (var step in StepsTo(address).Where(step => step != new Uri(page.Url).AbsolutePath))
            {
                asked.Clear();
                await ClickAsync(reader, step);
                NoteNeedless(reader, step, asked);
            }

            // The same, where somebody has kept the address: nothing is there yet.
            asked.Clear();
            await page.GotoAsync(address);
            await SettledAsync(reader);
            NoteNeedless(reader, address, asked);
        }

        Reader.AssertFaultless(reader);
    }

    private static void NoteNeedless(Reader reader, string address, ConcurrentQueue<string> asked)
    {
        reader.Note(asked.GroupBy(url => url).Where(group => group.Count() > 1).Select(group => $"asked {group.Count()} times for {group.Key}"), "asking");
        reader.Note(asked.Where(url => GivenLive().IsMatch(url) && !NeedsVersion.Contains(address)).Select(url => $"asked for {url}, which is live"), "asking");
    }

    // From the navigation down, as one gets there: /alerts, /alerts/rules, /alerts/rules/new.
    private static IEnumerable<string> StepsTo(string address)
    {
        var parts = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return address switch
        {
            "/" => ["/"],
            "/account" => ["/settings", "/account"],
            _ => Enumerable.Range(1, parts.Length).Select(count => $"/{string.Join('/', parts.Take(count))}"),
        };
    }

    private static async Task ClickAsync(Reader reader, string address)
    {
        await reader.Page.EvaluateAsync("document.querySelector('main h1').dataset.isOfBefore = 'true'");
        await reader.Page.Locator($"a[href='{address}']").First.ClickAsync();
        await SettledAsync(reader);
    }

    private static async Task SettledAsync(Reader reader)
    {
        var missing = "";
        var steps = 0;
        await Until.TrueAsync(
            async () =>
            {
                if (steps++ < StepsMax)
                {
                    await reader.Page.Clock.RunForAsync(StepMs);
                }

                // The page of before stays until the script of the next one is here.
                missing = await reader.Page.Locator("h1[data-is-of-before]").CountAsync() > 0 ? "it is still the page of before" : await reader.MissingAsync();
                return missing == "";
            },
            () => $"{reader.Page.Url}: {missing}");
    }

    [GeneratedRegex("""/api/v1/(workspace|alerts|model|insights(\?window=30d)?|customers/[^/?]+|segments/[^/?]+|surveys/[^/?]+(\?window=30d)?)$""")]
    private static partial Regex GivenLive();
}
