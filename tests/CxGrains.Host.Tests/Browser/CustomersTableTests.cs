using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>The list of customers, and the overview's choice of whose figures it shows.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class CustomersTableTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task Columns_are_chosen_remembered_and_exported()
    {
        var page = await chromium.SignedInAsync(host, "/customers?account=Engines%20Ltd");
        var email = page.GetByRole(AriaRole.Columnheader, new PageGetByRoleOptions { Name = "E-mail" });
        await Expect(page.GetByTestId("customer-row")).ToHaveCountAsync(1);
        await Expect(email).ToHaveCountAsync(0);

        await page.GetByText("Columns", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "E-mail" }).CheckAsync();
        await Expect(email).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(email).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Export as CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(",E-mail", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Ada Lovelace,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",ada@example.com", lines[1], StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task However_many_rows_there_are_only_those_in_sight_are_drawn()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        const int Count = 450;
        await api.ApplyAsync([.. Enumerable.Range(0, Count).Select(number => new { customer = $"many-{number:000}", type = "group", account = "Many" })]);
        var page = await chromium.SignedInAsync(host, "/customers?account=Many&sort=name");
        var rows = page.GetByTestId("customer-row");
        await Expect(rows.First).ToHaveAttributeAsync("data-customer", "many-000");
        Assert.InRange(await rows.CountAsync(), 1, 100);

        var last = page.Locator($"[data-customer=many-{Count - 1}]");
        await Until.TrueAsync(
            async () =>
            {
                await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
                return await last.CountAsync() == 1;
            },
            () => "the last customer is drawn");
        Assert.InRange(await rows.CountAsync(), 1, 100);

        // On a phone fewer columns are shown, and the name has the room that they leave.
        await page.SetViewportSizeAsync(390, 844);
        var name = await rows.First.Locator("td").First.BoundingBoxAsync();
        Assert.True(name?.Width > 80, $"the name has {name?.Width} pixels");
    }

    [ChromiumFact]
    public async Task The_overview_shows_a_segment_and_a_window_that_its_address_names()
    {
        var page = await chromium.SignedInAsync(host, "/?segment=pro&window=90d");
        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync("100.0");
        await Expect(page.GetByTestId("kpi-atrisk")).ToHaveTextAsync("0");

        await page.GetByLabel("Whose figures").SelectOptionAsync(new SelectOptionValue { Label = "All customers" });
        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync("0.0");
        await Expect(page.GetByTestId("kpi-atrisk")).ToHaveTextAsync("1");
        Assert.EndsWith("/?window=90d", page.Url, StringComparison.Ordinal);
    }
}
