using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;

namespace CxGrains.Host.Tests.Browser;

/// <summary>
/// Every page in English, Arabic and Thai, light and dark, on a desk and on a phone: nothing collides, is cut off or sticks out, axe finds
/// no serious fault, and the console stays silent.
/// </summary>
[Collection(ProcessesCollection.Name)]
public sealed class SoundPagesTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    private static readonly (int Width, int Height)[] Windows = [(1440, 900), (390, 844)];

    // Thai is written as English is, with longer words and higher letters: on a phone, where they have least room, and light.
    // All widths and colours of it would take a quarter of a minute more.
    private const string OnPhonesOnly = "th";

    // Side by side, as each waits for the Host now and then.
    [ChromiumFact]
    public async Task Every_page_is_sound_in_every_language()
    {
        var readers = await Task.WhenAll(((string[])["en", "ar", "th"]).Select(GoThroughAsync));

        Reader.AssertFaultless(readers);
    }

    private async Task<Reader> GoThroughAsync(string language)
    {
        var page = await chromium.OpenAsync(await host.UrlAsync());
        await page.SignInAsync();
        var reader = await Reader.OfAsync(page, language);
        var windows = language == OnPhonesOnly ? Windows[1..] : Windows;
        foreach (var (address, opens) in DashboardPages.All.Select(page => (page.Address, page.Opens)))
        {
            await page.SetViewportSizeAsync(windows[0].Width, windows[0].Height);
            await reader.OpenAsync(address);
            if (opens is not null)
            {
                await page.Locator(opens).ClickAsync();
            }

            foreach (var (width, height) in windows)
            {
                await page.SetViewportSizeAsync(width, height);
                await reader.NoteDrawnAsync($"at {width}");
                await page.ColourAsync("light");
                reader.Note(await page.AxeFaultsAsync(), $"at {width}, light");

                if (language != OnPhonesOnly)
                {
                    // In the dark only the colours are others.
                    await page.ColourAsync("dark");
                    reader.Note(await page.AxeFaultsAsync("color-contrast"), $"at {width}, dark");
                }
            }
        }

        return reader;
    }
}
