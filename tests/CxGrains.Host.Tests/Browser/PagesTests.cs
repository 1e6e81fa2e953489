using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Every page, in a real browser.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class PagesTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    private const string BodyColour = "getComputedStyle(document.body).backgroundColor";

    // Path, heading, and a text that only comes from the server.
    private static readonly (string Path, string Heading, string Shown)[] Pages =
    [
        ("/", "Overview", "Ada Lovelace"),
        ("/customers", "Customers", "Engines Ltd"),
        ("/customers/ada", "Ada Lovelace", "Engines Ltd"),
        ("/accounts", "Accounts", "Engines Ltd"),
        ("/accounts/Engines%20Ltd", "Engines Ltd", "Ada Lovelace"),
        ("/surveys", "Surveys", "relationship"),
        ("/surveys/relationship", "relationship", "10 from ada"),
        ("/segments", "Segments", "Pro plan"),
        ("/segments/pro", "Pro plan", "pro"),
        ("/segments/new", "New segment", "A customer belongs to it where"),
        ("/segments/pro/edit", "Pro plan", "A customer belongs to it where"),
        ("/alerts", "Alerts", "No open alerts."),
        ("/insights", "Insights", "No journey is defined."),
        ("/insights?window=7d", "Insights", "last 7 days"),
        ("/model", "Model", "No prediction has been judged yet."),
        ("/destinations", "Destinations", "On call"),
        ("/destinations/new", "New destination", "Least severity"),
        ("/reports", "Reports", "every Monday at 8:00 AM (UTC)"),
        ("/reports/board", "Board", "It was not issued yet."),
        ("/reports/pro/edit", "Pro", "Day of the month"),
        ("/settings", "Settings", "25% of the score"),
        ("/alerts/rules", "Rules", "CSAT · down or up"),
        ("/alerts/rules/goal-behind", "Behind", "NPS in 2031"),
        ("/audit", "Audit log", "customer.read"),
    ];

    [ChromiumFact]
    public async Task Every_page_opens_without_an_error()
    {
        var page = await SignedInAsync();
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type is "error" or "warning" ? [$"{page.Url}: {message.Text}"] : []);
        page.PageError += (_, error) => errors.Add($"{page.Url}: {error}");
        page.Response += (_, response) => errors.AddRange(response.Status >= 400 ? [$"{response.Url}: {response.Status}"] : []);

        foreach (var (path, heading, shown) in Pages)
        {
            await page.GotoAsync(path);
            await page.ExpectLiveAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync(heading);
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(shown);
        }

        Assert.Empty(errors);
    }

    [ChromiumFact]
    public async Task A_setting_that_is_out_of_range_is_told_at_its_field_and_one_that_is_right_is_kept()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/settings");
        var discount = page.GetByLabel("Discount a year, percent");
        var save = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" });

        await discount.FillAsync("101");
        await save.ClickAsync();
        await Expect(discount).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(discount).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("from 0 to 100");

        await discount.FillAsync("12");
        await save.ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(discount).ToHaveValueAsync("12");
    }

    [ChromiumFact]
    public async Task A_segment_made_with_the_form_shows_its_members()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/segments/new");
        await page.GetByLabel("Id").FillAsync("buyers");
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Buyers");
        await page.GetByLabel("Field").SelectOptionAsync("purchases.count");
        await page.GetByLabel("Comparison").SelectOptionAsync("ge");
        await page.GetByLabel("Value", new PageGetByLabelOptions { Exact = true }).FillAsync("1");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("Buyers");
        await Expect(page.GetByTestId("segment-members")).ToHaveTextAsync("1");
    }

    [ChromiumFact]
    public async Task A_wrong_key_is_told_and_the_right_one_opens_the_page()
    {
        var page = await chromium.OpenAsync(await host.UrlAsync());

        await page.SignInAsync("guessed-key-guessed-key");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The server does not know this key, or it may not read.");
        await Expect(page.GetByTestId("live-state")).ToBeHiddenAsync();

        await page.SignInAsync();
        await page.ExpectLiveAsync();
    }

    [ChromiumFact]
    public async Task Signing_out_ends_at_the_sign_in()
    {
        var page = await SignedInAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByLabel("Key", new PageGetByLabelOptions { Exact = true })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Key", new PageGetByLabelOptions { Exact = true })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Light_and_dark_can_be_chosen_and_stay_chosen()
    {
        var page = await SignedInAsync();
        var toggle = page.Locator("button[aria-label^=Colours]");

        await toggle.ClickAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-label", "Colours: light");
        var light = await page.EvaluateAsync<string>(BodyColour);
        await toggle.ClickAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-label", "Colours: dark");
        var dark = await page.EvaluateAsync<string>(BodyColour);
        await page.ReloadAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-label", "Colours: dark");

        Assert.NotEqual(light, dark);
        Assert.Equal(dark, await page.EvaluateAsync<string>(BodyColour));
    }

    private async Task<IPage> SignedInAsync()
    {
        var page = await chromium.OpenAsync(await host.UrlAsync());
        await page.SignInAsync();
        await page.ExpectLiveAsync();
        return page;
    }
}
