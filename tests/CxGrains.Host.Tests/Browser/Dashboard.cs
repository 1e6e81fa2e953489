using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>What people do and see on the page.</summary>
internal static class Dashboard
{
    /// <summary>Asks for the key, and is given one.</summary>
    public static async Task SignInAsync(this IPage page, string key = HostProcess.AdminKey)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Key", Exact = true }).ClickAsync();
        await page.GetByLabel("Key", new PageGetByLabelOptions { Exact = true }).FillAsync(key);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Signs in with a name and a password.</summary>
    public static async Task SignInByNameAsync(this IPage page, string name, string password)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password", new PageGetByLabelOptions { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>The page says that what it shows is live, or not.</summary>
    public static Task ExpectLiveAsync(this IPage page, string state = "live") =>
        Expect(page.GetByTestId("live-state")).ToHaveAttributeAsync("data-state", state);

    /// <summary>The row of a customer in the list of those at risk.</summary>
    public static ILocator AtRisk(this IPage page, string customer) => page.Locator($"[data-testid=atrisk-row][data-customer={customer}]");

    /// <summary>Has every page that is opened from now on in a language, with the digits 0 to 9.</summary>
    public static async Task SpeakAsync(this IPage page, string language) =>
        await page.EvaluateAsync("language => { localStorage.setItem('cx-language', language); localStorage.setItem('cx-numerals', 'latin'); }", language);

    /// <summary>Shows the page light or dark, as long as it is open.</summary>
    public static Task ColourAsync(this IPage page, string theme) =>
        page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", theme);
}
