using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;

namespace CxGrains.Host.Tests.Browser;

/// <summary>One browser for the tests of a class, started by the first that opens a page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly float PatienceMs = (float)Processes.Until.Deadline.TotalMilliseconds;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page with cookies and storage of its own.</summary>
    /// <param name="url">The address its paths belong to.</param>
    /// <param name="locale">What the browser says that its reader wants, such as <c>ar-EG</c>.</param>
    internal async Task<IPage> OpenAsync(string url, string locale = "en-US")
    {
        if (_browser is null)
        {
            var path = ChromiumFactAttribute.Find();
            Assert.True(path is not null, "Chromium is missing");
            Assertions.SetDefaultExpectTimeout(PatienceMs);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                ],
            });
        }

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = url, Locale = locale });
        context.SetDefaultTimeout(PatienceMs);
        return await context.NewPageAsync();
    }

    /// <summary>A page of somebody who has signed in, at a path, once it is live.</summary>
    /// <param name="host">The Host.</param>
    /// <param name="path">The path.</param>
    /// <param name="key">The key it is opened with.</param>
    internal async Task<IPage> SignedInAsync(PageHost host, string path = "/", string key = HostProcess.AdminKey)
    {
        var page = await OpenAsync(await host.UrlAsync());
        await page.SignInAsync(key);
        await page.ExpectLiveAsync();
        await page.GotoAsync(path);
        await page.ExpectLiveAsync();
        return page;
    }

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
