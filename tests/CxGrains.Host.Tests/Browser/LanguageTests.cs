using System.IO.Compression;
using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>The page in the language of its reader.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class LanguageTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task A_first_visit_is_in_the_language_that_the_browser_asks_for()
    {
        var page = await chromium.OpenAsync(await host.UrlAsync(), "ar-EG");

        await page.GotoAsync("/");

        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("تسجيل الدخول");
        await page.SetViewportSizeAsync(390, 844);
        Assert.Empty(await page.OverflowsAsync());
        Assert.Empty(await page.AxeFaultsAsync());
    }

    [ChromiumFact]
    public async Task A_chosen_language_and_its_digits_are_kept()
    {
        var page = await chromium.SignedInAsync(host);
        var picker = page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Language and numerals" });

        await picker.SelectOptionAsync(new SelectOptionValue { Label = "العربية ١٢٣" });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        await Expect(page.GetByTestId("kpi-atrisk")).ToHaveTextAsync("١");

        await page.Locator(".language-picker select").SelectOptionAsync(new SelectOptionValue { Label = "ไทย 123" });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "th");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "ltr");
        await Expect(page.GetByTestId("kpi-atrisk")).ToHaveTextAsync("1");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("ภาพรวม");
    }

    [ChromiumFact]
    public async Task Only_the_words_of_the_language_that_is_read_are_loaded()
    {
        var page = await chromium.SignedInAsync(host);
        await page.SpeakAsync("th");

        await page.GotoAsync("/");
        await page.ExpectLiveAsync();

        var scripts = await ScriptsAsync(page);
        Assert.Contains("/assets/th.js", scripts);
        Assert.DoesNotContain("/assets/en.js", scripts);
        Assert.DoesNotContain("/assets/ar.js", scripts);
    }

    [ChromiumFact]
    public async Task The_overview_needs_less_than_200_KB_of_compressed_script()
    {
        var page = await chromium.SignedInAsync(host);
        await page.SpeakAsync("ar");

        await page.GotoAsync("/");
        await page.ExpectLiveAsync();
        await Expect(page.GetByTestId("kpi-nps")).ToBeVisibleAsync();

        Assert.InRange((await ScriptsAsync(page)).Sum(CompressedBytes), 50_000, 200_000);
    }

    [ChromiumFact]
    public async Task The_keyboard_reaches_the_content_past_the_navigation()
    {
        var page = await chromium.SignedInAsync(host);

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    // What the page itself counts: events of the browser still come in while they are read.
    private static Task<string[]> ScriptsAsync(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js')))]");

    private static long CompressedBytes(string path)
    {
        using var compressed = new MemoryStream();
        using (var zip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "wwwroot", path.TrimStart('/'))));
        }

        return compressed.Length;
    }
}
