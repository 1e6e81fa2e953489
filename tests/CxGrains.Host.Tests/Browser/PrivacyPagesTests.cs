using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>What the page does about privacy: erasing, how long things are kept, and who looked.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class PrivacyPagesTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task A_customer_is_erased_once_its_id_was_typed()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        await api.ApplyAsync(new { customer = "crm/gone", type = "visit" });
        var page = await chromium.SignedInAsync(host, "/customers/crm%2Fgone");
        var now = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Erase for good" });

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Erase", Exact = true }).ClickAsync();
        var id = page.GetByLabel("Type “crm/gone” to confirm");
        await id.FillAsync("crm/gon");
        await Expect(now).ToBeDisabledAsync();
        await id.PressAsync("Enter");
        await id.FillAsync("crm/gone");
        await now.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "The customer is erased." })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Customers");
        await Expect(page.Locator("[data-testid=customer-row][data-customer='crm/gone']")).ToHaveCountAsync(0);
        Assert.Equal(404, (await api.AskAsync("customers/crm%2Fgone")).Status);

        await page.GetByLabel("Risk", new PageGetByLabelOptions { Exact = true }).First.SelectOptionAsync("high");
        await Expect(page.GetByText("The customer is erased.")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task A_key_that_may_only_read_finds_no_way_to_erase_and_no_audit_log()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var page = await chromium.SignedInAsync(host, "/customers/ada", await api.CreateKeyAsync("default", "read"));

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Privacy" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Erase" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Audit log" })).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task What_the_settings_say_of_privacy_is_edited_and_outlives_an_edit_of_something_else()
    {
        var page = await chromium.SignedInAsync(host, "/settings");
        var save = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" });
        var tombstones = page.GetByLabel("Nothing brings an erased customer back, days");

        await tombstones.FillAsync("0");
        await save.ClickAsync();
        await Expect(tombstones).ToHaveAttributeAsync("aria-invalid", "true");
        await tombstones.FillAsync("60");
        await page.GetByLabel("Comments are kept, days").FillAsync("365");
        await page.GetByLabel("Timelines go back, days").FillAsync("90");
        await save.ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.GetByLabel("Discount a year, percent").FillAsync("11");
        await save.ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();

        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var privacy = (await api.ViewAsync("settings")).GetProperty("privacy");
        Assert.Equal("""{"consentDefault":"granted","tombstoneDays":60,"commentDays":365,"timelineDays":90}""", privacy.GetRawText());
    }

    [ChromiumFact]
    public async Task The_audit_log_tells_who_read_a_customer()
    {
        var page = await chromium.SignedInAsync(host, "/customers/bob");
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("bob");

        await page.GotoAsync("/audit");
        await page.GetByLabel("Customer’s id").FillAsync("bob");
        await page.GetByLabel("Action, such as customer.read").FillAsync("customer.read");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Cell, new PageGetByRoleOptions { Name = "customer.read" })).ToBeVisibleAsync();
    }
}
