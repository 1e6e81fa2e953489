using System.Text.RegularExpressions;
using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>The guide of an empty workspace, and how it ends.</summary>
[Collection(ProcessesCollection.Name)]
public sealed partial class FirstStepsTests(Chromium chromium) : IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task The_command_shown_sends_the_first_interaction_which_the_page_then_tells_of_until_it_is_dismissed()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var api = new Api(host.Url, HostProcess.AdminKey);
        var page = await chromium.OpenAsync(host.Url);
        await page.SignInAsync();
        await Expect(page.GetByTestId("awaiting")).ToHaveTextAsync("Waiting for the first interaction…");
        var command = await page.Locator(".first-steps code").First.InnerTextAsync();
        Assert.Contains($"curl {host.Url}/api/v1/interactions", command, StringComparison.Ordinal);

        var answer = await api.SendAsync(Body().Match(command).Groups["json"].Value);
        Assert.True(answer.Status == 202 && answer.Json.Count("accepted") == 1, answer.ToString());

        var card = page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Your first interaction has arrived" });
        await Expect(card).ToContainTextAsync("€49.90");
        await Expect(card.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "ada" })).ToHaveAttributeAsync("href", "/customers/ada");
        await Expect(card.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Define a segment" })).ToHaveAttributeAsync("href", "/segments/new");
        await Expect(page.GetByTestId("kpi-nps")).ToBeVisibleAsync();
        await Expect(page.Locator(".next-step.is-done")).ToHaveCountAsync(0);

        // An answer is shown how to send until there is one.
        var second = card.Locator("code");
        var sent = await api.SendAsync(Body().Match(await second.InnerTextAsync()).Groups["json"].Value);
        Assert.True(sent.Status == 202 && sent.Json.Count("accepted") == 1, sent.ToString());
        await Expect(second).ToHaveCountAsync(0);
        Assert.Empty(await page.AxeFaultsAsync());
        await page.SetViewportSizeAsync(390, 844);
        Assert.Empty(await page.OverflowsAsync());
        await api.DefineAsync("destinations/pager", new { kind = "webhook", name = "Pager", url = "https://example.com/hook" });

        await page.ReloadAsync();
        await Expect(page.Locator(".next-step.is-done")).ToContainTextAsync("Say where alerts go");
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Dismiss" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(page.GetByTestId("kpi-nps")).ToBeVisibleAsync();
        await Expect(card).ToHaveCountAsync(0);

        // Whoever did not see the workspace empty is told nothing.
        var other = await chromium.OpenAsync(host.Url);
        await other.SignInAsync();
        await Expect(other.GetByTestId("kpi-nps")).ToBeVisibleAsync();
        await Expect(other.GetByTestId("arrived")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("-d '(?<json>[^']*)'")]
    private static partial Regex Body();
}
