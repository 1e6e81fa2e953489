using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>
/// Every page in English and in Arabic, light and dark, on a desk and on a phone: nothing is cut off or sticks out, axe finds
/// no serious fault, and the console stays silent.
/// </summary>
[Collection(ProcessesCollection.Name)]
public sealed class SoundPagesTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    private static readonly string[] Paths =
    [
        "/", "/?segment=pro&window=90d", "/customers", "/customers/ada", "/accounts", "/accounts/Engines%20Ltd", "/surveys", "/surveys/relationship", "/surveys/new",
        "/customers?rule=%7B%22field%22%3A%22churn.band%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22high%22%7D",
        "/segments", "/segments/pro", "/segments/new", "/alerts", "/alerts/rules", "/alerts/rules/new", "/insights", "/model",
        "/alerts/rules/survey-fell", "/alerts/rules/segment-moved", "/alerts/rules/goal-behind", "/destinations", "/destinations/new",
        "/reports", "/reports/board", "/reports/board/edit", "/reports/new",
        "/connections", "/settings", "/settings/users", "/settings/walls", "/account", "/audit", "/nowhere",
    ];

    // What a click on a page opens.
    private static readonly Dictionary<string, string> Opened = new() { ["/customers/ada"] = ".privacy-deeds .danger" };

    private static readonly (int Width, int Height)[] Windows = [(1440, 900), (390, 844)];

    [ChromiumFact]
    public Task Every_page_is_sound_in_English() => SoundAsync("en", "ltr");

    [ChromiumFact]
    public Task Every_page_is_sound_in_Arabic() => SoundAsync("ar", "rtl");

    private async Task SoundAsync(string language, string direction)
    {
        var page = await chromium.OpenAsync(await host.UrlAsync());
        await page.SignInAsync();
        await page.ExpectLiveAsync();
        var faults = new List<string>();
        page.Console += (_, message) => faults.AddRange(message.Type is "error" or "warning" ? [$"{page.Url}: {message.Text}"] : []);
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
        await page.SpeakAsync(language);

        foreach (var path in Paths)
        {
            await page.GotoAsync(path);
            await page.ExpectLiveAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", direction);
            await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeVisibleAsync();
            await Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);
            if (Opened.TryGetValue(path, out var opener))
            {
                await page.Locator(opener).ClickAsync();
            }

            foreach (var (width, height) in Windows)
            {
                await page.SetViewportSizeAsync(width, height);
                faults.AddRange((await page.OverflowsAsync()).Select(fault => $"{path} at {width}: {fault}"));
                foreach (var theme in (string[])["light", "dark"])
                {
                    await page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", theme);
                    faults.AddRange((await page.AxeFaultsAsync()).Select(fault => $"{path} at {width}, {theme}: {fault}"));
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
