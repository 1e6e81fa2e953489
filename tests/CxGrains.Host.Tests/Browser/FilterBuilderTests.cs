using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Conditions over customers: as a list's filter, and counted while a segment is edited.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class FilterBuilderTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task A_list_is_filtered_by_conditions_that_stand_in_its_address()
    {
        var page = await chromium.SignedInAsync(host, "/customers");
        var rows = page.GetByTestId("customer-row");
        var value = page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Value", Exact = true });
        await Expect(rows).ToHaveCountAsync(3);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "More conditions" }).ClickAsync();
        await page.GetByLabel("Field").SelectOptionAsync("trait.email");
        await page.GetByLabel("Comparison").SelectOptionAsync("contains");
        await value.FillAsync("@EXAMPLE");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Apply" }).ClickAsync();

        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.First).ToHaveAttributeAsync("data-customer", "ada");
        await Expect(page.Locator(".filter-builder")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Segments" }).ClickAsync();
        await Expect(page.Locator(".filter-builder")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await page.ReloadAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(value).ToHaveValueAsync("@EXAMPLE");

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Export as CSV" }).ClickAsync());
        Assert.Equal(2, (await File.ReadAllLinesAsync(await download.PathAsync())).Length);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove the conditions" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(3);
    }

    [ChromiumFact]
    public async Task A_segments_customers_are_counted_while_its_rule_is_edited()
    {
        var page = await chromium.SignedInAsync(host, "/segments/new");
        var count = page.GetByTestId("rule-count");

        await page.GetByLabel("Field").SelectOptionAsync("purchases.count");
        await page.GetByLabel("Comparison").SelectOptionAsync("ge");
        await page.GetByLabel("Value", new PageGetByLabelOptions { Exact = true }).FillAsync("1");
        await Expect(count).ToHaveTextAsync("1");
        await page.GetByLabel("Value", new PageGetByLabelOptions { Exact = true }).FillAsync("0");
        await Expect(count).ToHaveTextAsync("3");
    }
}
