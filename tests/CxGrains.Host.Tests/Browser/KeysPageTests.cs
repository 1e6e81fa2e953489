using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Keys, made and revoked on the page.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class KeysPageTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    private const string Visit = """{"customer":"ada","type":"visit"}""";

    [ChromiumFact]
    public async Task A_key_made_for_sending_sends_until_it_is_revoked()
    {
        var page = await chromium.SignedInAsync(host, "/settings");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Keys", Exact = true }).ClickAsync();
        await page.GetByTestId("key-form").GetByRole(AriaRole.Textbox).FillAsync("Web shop");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make a key" }).ClickAsync();

        var shown = page.GetByTestId("new-key").Locator("code");
        await Expect(shown).ToHaveCountAsync(2);
        var key = await shown.First.InnerTextAsync();
        await Expect(shown.Last).ToContainTextAsync($"curl {await host.UrlAsync()}/api/v1/interactions");
        await Expect(shown.Last).ToContainTextAsync(key);
        using var api = new Api(await host.UrlAsync(), key);
        Assert.Equal(202, (await api.SendAsync(Visit)).Status);
        Assert.Equal(403, (await api.AskAsync("keys")).Status);

        var asked = "";
        page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Message;
            await dialog.AcceptAsync();
        };
        var row = Row(page, "Web shop");
        await Expect(row).ToContainTextAsync("Send interactions");
        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Revoke" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);

        Assert.Contains("Web shop", asked, StringComparison.Ordinal);
        Assert.Equal(401, (await api.SendAsync(Visit)).Status);
    }

    [ChromiumFact]
    public async Task The_last_admin_key_stays_and_the_server_says_why()
    {
        var page = await chromium.SignedInAsync(host, "/settings/keys");
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var own = page.GetByTestId("key-row").Filter(new LocatorFilterOptions { HasText = "You are signed in with it" });

        await own.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Revoke" }).ClickAsync();

        await Expect(own.GetByRole(AriaRole.Alert)).ToContainTextAsync("is the last admin key of the workspace 'default'");
    }

    [ChromiumFact]
    public async Task Whoever_revokes_the_key_of_this_sign_in_is_signed_out()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var page = await chromium.SignedInAsync(host, "/settings/keys", await api.CreateKeyAsync("default", "admin"));
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();

        await page.GetByTestId("key-row").Filter(new LocatorFilterOptions { HasText = "You are signed in with it" })
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Revoke" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    private static ILocator Row(IPage page, string name) => page.GetByTestId("key-row").Filter(new LocatorFilterOptions { HasText = name });
}
