using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>What the page shows to whom: an agent, a viewer, an administrator, and a screen on a wall.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class RolesPagesTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    private const string Password = "correct horse battery";

    [ChromiumFact]
    public async Task An_agent_takes_an_alert_by_name_and_finds_no_way_to_what_managers_do()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        await RaiseAsync(api, "unhappy-1");
        var page = await SignedInAsync(api, "agent", "ann", "Ann Lee");
        await Expect(page.GetByTestId("account")).ToHaveTextAsync("Ann Lee");
        await NoLinkAsync(page, "Destinations", "Audit log", "Make a wall link");

        await page.GotoAsync("/alerts");
        var alert = page.Locator("[data-testid=alert-row][data-customer=unhappy-1]");
        await alert.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Take" }).ClickAsync();
        await alert.Locator("form").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Take" }).ClickAsync();
        await Expect(alert).ToHaveAttributeAsync("data-state", "taken");
        await Expect(alert).ToContainTextAsync("Ann Lee");

        foreach (var path in (string[])["/destinations", "/surveys/new", "/settings/users", "/audit"])
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("This page is not for you");
        }
    }

    [ChromiumFact]
    public async Task A_viewer_sees_alerts_and_handles_none()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        await RaiseAsync(api, "unhappy-2");
        var page = await SignedInAsync(api, "viewer", "vic", "Vic");

        await page.GotoAsync("/alerts");
        var alert = page.Locator("[data-testid=alert-row][data-customer=unhappy-2]");
        await Expect(alert).ToBeVisibleAsync();
        await Expect(alert.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await page.GotoAsync("/segments");
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Segments");
        await NoLinkAsync(page, "New segment", "Destinations", "Audit log");
    }

    [ChromiumFact]
    public async Task An_administrator_adds_a_user_who_signs_in_and_is_signed_out_when_the_role_changes()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var admin = await SignedInAsync(api, "administrator", "root", "Root");
        await admin.GotoAsync("/settings/users");

        await admin.GetByLabel("Name to sign in with").FillAsync("new.one");
        await admin.GetByLabel("Password", new PageGetByLabelOptions { Exact = true }).FillAsync(Password);
        await admin.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        var row = admin.Locator("[data-testid=user-row][data-user='new.one']");
        await Expect(row).ToBeVisibleAsync();
        var page = await chromium.OpenAsync(await host.UrlAsync());
        await page.SignInByNameAsync("new.one", Password);
        await page.ExpectLiveAsync();

        await row.GetByLabel("Role").SelectOptionAsync("agent");

        await Expect(page.GetByLabel("Password", new PageGetByLabelOptions { Exact = true })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_wall_link_shows_the_overview_alone_until_it_is_revoked()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var manager = await SignedInAsync(api, "manager", "mia", "Mia");
        await manager.GotoAsync("/settings/walls?segment=pro&window=7d");
        await manager.GetByRole(AriaRole.Textbox).FillAsync("Second floor");
        await manager.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make a wall link" }).ClickAsync();
        var url = await manager.GetByTestId("wall-url").Locator("code").InnerTextAsync();

        var screen = await chromium.OpenAsync(await host.UrlAsync());
        await screen.GotoAsync(url);
        await screen.ExpectLiveAsync();
        await Expect(screen.GetByTestId("wall")).ToContainTextAsync("Second floor");
        await Expect(screen.GetByTestId("kpi-nps")).ToBeVisibleAsync();
        await Expect(screen.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(screen.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await screen.GotoAsync("/customers");
        await Expect(screen.GetByTestId("wall")).ToBeVisibleAsync();
        await screen.GotoAsync(url);
        await screen.ExpectLiveAsync();

        manager.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await manager.GetByTestId("wall-link").Filter(new LocatorFilterOptions { HasText = "Second floor" })
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Revoke" }).ClickAsync();

        await Expect(screen.GetByText("This link was revoked or has ended.")).ToBeVisibleAsync();
    }

    private static async Task RaiseAsync(Api api, string customer)
    {
        await api.DefineAsync("alert-rules/complaints", new { id = "complaints", name = "Complaint", condition = new { type = "complaint" } });
        await api.ApplyAsync(new { customer, type = "complaint" });
    }

    private static async Task NoLinkAsync(IPage page, params string[] names)
    {
        foreach (var name in names)
        {
            await Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name })).ToHaveCountAsync(0);
        }
    }

    private async Task<IPage> SignedInAsync(Api api, string role, string name, string displayName)
    {
        await api.DefineAsync($"users/{name}", new { role, displayName, password = Password });
        var page = await chromium.OpenAsync(await host.UrlAsync());
        await page.SignInByNameAsync(name, Password);
        await page.ExpectLiveAsync();
        return page;
    }
}
