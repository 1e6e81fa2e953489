using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>
/// A viewer, an agent and a manager open every page: each is shown sound or says that it is not for them, as the list has it, and none asks
/// the server for what they may not read.
/// </summary>
[Collection(ProcessesCollection.Name)]
public sealed class PagesByRoleTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    private const string Password = "correct horse battery";

    // What differs by role is what is there, not how it is drawn: one width and one theme for each language do, and axe in one of them.
    private static readonly (string Language, string Theme, int Width, int Height)[] Looks = [("en", "light", 1440, 900), ("ar", "dark", 390, 844)];

    // Side by side, as each waits for the Host now and then.
    [ChromiumFact]
    public async Task Each_role_sees_what_it_may_and_is_told_of_the_rest()
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var readers = new List<Task<Reader>>();
        foreach (var role in (string[])["viewer", "agent", "manager"])
        {
            await api.DefineAsync($"users/{role}", new { role, password = Password });
            readers.AddRange(Looks.Select(look => GoThroughAsync(role, look)));
        }

        Reader.AssertFaultless(await Task.WhenAll(readers));
    }

    private async Task<Reader> GoThroughAsync(string role, (string Language, string Theme, int Width, int Height) look)
    {
        var page = await chromium.OpenAsync(await host.UrlAsync());
        await page.SignInByNameAsync(role, Password);
        var reader = await Reader.OfAsync(page, look.Language);
        page.Response += (_, response) => reader.Note(response.Status is 401 or 403 ? [$"{response.Status} for {response.Request.Method} {response.Url}"] : [], role);
        await page.SetViewportSizeAsync(look.Width, look.Height);
        foreach (var listed in DashboardPages.All)
        {
            await reader.OpenAsync(listed.Address);
            await Expect(page.GetByTestId("forbidden")).ToHaveCountAsync(listed.IsFor(role) ? 0 : 1);
            await page.ColourAsync(look.Theme);
            await reader.NoteDrawnAsync(role);
            if (look == Looks[0])
            {
                reader.Note(await page.AxeFaultsAsync(), role);
            }
        }

        return reader;
    }
}
