using System.Diagnostics;
using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>What one person does, another one sees without asking.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class TwoBrowsersTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task An_alert_taken_in_one_is_taken_in_the_other()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.DefineAsync("alert-rules/complaints", new { id = "complaints", name = "Complaints", condition = new { type = "complaint" } });
        await api.ApplyAsync(new { customer = "ada", type = "complaint" });
        var (first, second) = (await OpenInboxAsync(host), await OpenInboxAsync(host));
        await Expect(Row(second)).ToHaveAttributeAsync("data-state", "open");

        await Row(first).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Take" }).ClickAsync();
        var form = Row(first).Locator("form");
        await form.GetByRole(AriaRole.Textbox).FillAsync("I call her");
        var taken = Stopwatch.GetTimestamp();
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Take" }).ClickAsync();

        await Expect(Row(second)).ToHaveAttributeAsync("data-state", "taken");
        output.WriteLine($"{Stopwatch.GetElapsedTime(taken).TotalMilliseconds:0} ms from the click in one browser until the other one showed it");
        await Expect(Row(second)).ToContainTextAsync("I call her");
        await Expect(Row(first)).ToHaveAttributeAsync("data-state", "taken");
    }

    [ChromiumFact]
    public async Task An_alert_taken_on_the_overview_says_who_has_it()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.DefineAsync("alert-rules/complaints", new { id = "complaints", name = "Complaints", condition = new { type = "complaint" } });
        await api.DefineAsync("users/ann", new { role = "agent", displayName = "Ann Lee", password = "correct horse battery" });
        await api.ApplyAsync(new { customer = "ada", type = "complaint" });
        var page = await chromium.OpenAsync(host.Url);
        await page.SignInByNameAsync("ann", "correct horse battery");
        await page.ExpectLiveAsync();

        await Row(page).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Take" }).ClickAsync();

        await Expect(Row(page)).ToContainTextAsync("taken by Ann Lee");
        await Expect(Row(page).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Equal("taken", (await api.ViewAsync("alerts")).At("alerts")[0].GetProperty("state").GetString());
    }

    private static ILocator Row(IPage page) => page.Locator("[data-testid=alert-row][data-customer=ada]");

    private async Task<IPage> OpenInboxAsync(HostProcess host)
    {
        var page = await chromium.OpenAsync(host.Url);
        await page.SignInAsync();
        await page.ExpectLiveAsync();
        await page.GotoAsync("/alerts");
        await page.ExpectLiveAsync();
        return page;
    }
}
