using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Every page of a workspace with nothing in it: sound, and where the address names something, it says that there is none.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class EmptyPagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task An_empty_workspace_is_sound_and_what_is_not_there_is_said_to_be_missing()
    {
        await using var host = await HostProcess.StartNewAsync();
        var page = await chromium.OpenAsync(host.Url);
        await page.SignInAsync();
        await Reader.OfAsync(page, "en");

        // The browser itself tells of each 404.
        Reader.AssertFaultless(await Reader.ShareAsync(page, DashboardPages.All, LookAsync, expected: "404 (Not Found)"));
    }

    private static async Task LookAsync(Reader reader, DashboardPage listed)
    {
        await reader.OpenAsync(listed.Address);
        await reader.NoteDrawnAsync("empty");
        if (listed.IsOfOne || listed.Address == DashboardPages.Nowhere)
        {
            await Expect(reader.Page.Locator("main [data-testid=not-found], main .problem").First).ToBeVisibleAsync();
        }
        else
        {
            await Expect(reader.Page.Locator("main .problem")).ToHaveCountAsync(0);
        }
    }
}
