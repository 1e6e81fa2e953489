using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>What is removed on a page can be undone for a while; then, or when the page is closed, it is gone at the API too.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class RemovalTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task A_destination_that_is_removed_comes_back_by_undo_and_is_gone_once_it_cannot()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var page = await OpenAsync(api, "pager", "Pager");
        var undo = page.GetByTestId("removals").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" });

        await RemoveAsync(page);
        await Expect(page.GetByTestId("removals")).ToContainTextAsync("Removed: destination “Pager”");
        await Expect(Row(page, "Pager")).ToHaveCountAsync(0);
        await Expect(undo).ToBeFocusedAsync();
        await undo.ClickAsync();
        await Expect(Row(page, "Pager")).ToBeVisibleAsync();
        await Expect(undo).ToHaveCountAsync(0);
        Assert.Equal(200, (await api.AskAsync("destinations/pager")).Status);

        await Row(page, "Pager").GetByRole(AriaRole.Link).ClickAsync();
        await RemoveAsync(page);
        await Expect(Row(page, "Pager")).ToHaveCountAsync(0);

        // Elsewhere in the page the bar stays.
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Segments" }).ClickAsync();
        await Expect(undo).ToBeVisibleAsync();
        await page.Clock.ResumeAsync();
        await IsGoneAsync(api, "destinations/pager");
        await Expect(undo).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task What_was_removed_is_gone_when_the_page_is_closed()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var page = await OpenAsync(api, "siren", "Siren");

        await RemoveAsync(page);
        await Expect(Row(page, "Siren")).ToHaveCountAsync(0);
        await page.CloseAsync(new PageCloseOptions { RunBeforeUnload = true });

        await IsGoneAsync(api, "destinations/siren");
    }

    [ChromiumFact]
    public async Task What_the_server_refuses_to_remove_is_back_with_the_reason()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var page = await OpenAsync(api, "horn", "Horn");
        await page.RouteAsync("**/api/v1/destinations/horn", async route =>
        {
            if (route.Request.Method == "DELETE")
            {
                await route.FulfillAsync(new RouteFulfillOptions { Status = 409, ContentType = "application/problem+json", Body = """{"title":"Not now."}""" });
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await RemoveAsync(page);
        var bar = page.GetByTestId("removals");
        await Expect(Row(page, "Horn")).ToHaveCountAsync(0);
        await page.Clock.ResumeAsync();

        await Expect(bar.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not removed: destination “Horn”.");
        await Expect(bar.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not now.");
        await Expect(Row(page, "Horn")).ToBeVisibleAsync();
        Assert.Empty(await page.AxeFaultsAsync());
        await page.SetViewportSizeAsync(390, 844);
        Assert.Empty(await page.OverflowsAsync());
        await bar.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Dismiss" }).ClickAsync();
        await Expect(bar.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    private static ILocator Row(IPage page, string name) =>
        page.GetByTestId("destination-row").Filter(new LocatorFilterOptions { HasText = name });

    /// <summary>Removes the destination whose page is open, and waits for the list.</summary>
    private static async Task RemoveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Destinations");
        await Expect(page.Locator("main .skeleton")).ToHaveCountAsync(0);
    }

    private static Task IsGoneAsync(Api api, string path) =>
        Until.TrueAsync(async () => (await api.AskAsync(path)).Status == 404, () => $"{path} is gone");

    /// <summary>The page of a new destination, whose clock stands still: however slow the machine is, what is removed can be undone.</summary>
    private async Task<IPage> OpenAsync(Api api, string id, string name)
    {
        await api.DefineAsync($"destinations/{id}", new { kind = "webhook", name, url = "https://example.com/hook" });
        var page = await chromium.SignedInAsync(host, $"/destinations/{id}");
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/destinations/{id}");
        await page.ExpectLiveAsync();
        await page.Clock.PauseAtAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
        return page;
    }
}
