using System.Globalization;
using System.Text.Json;
using CxGrains.LoadGenerator.Hosting;
using CxGrains.LoadGenerator.Reporting;
using Microsoft.Playwright;

namespace CxGrains.LoadGenerator.Page;

/// <summary>The overview in a browser of its own, signed in and live.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private const int Width = 1920;
    private const int Height = 1080;

    // Counts what the live hub invokes on the page; SignalR ends each message with the character 0x1e.
    private const string CountMessages = """
        window.cxUpdates = 0;
        const Native = window.WebSocket;
        window.WebSocket = class extends Native {
          constructor(...args) {
            super(...args);
            this.addEventListener("message", ({ data }) => {
              window.cxUpdates += typeof data === "string" ? data.split("\u001e").filter((message) => message.includes('"type":1')).length : 0;
            });
          }
        };
        """;

    private const string CountFrames = """
        (ms) => new Promise((resolve) => {
          const gaps = [];
          const begun = performance.now();
          const updates = window.cxUpdates;
          let last;
          const step = (now) => {
            if (last !== undefined) {
              gaps.push(now - last);
            }
            last = now;
            if (now - begun < ms) {
              requestAnimationFrame(step);
            } else {
              resolve({ gaps, updates: window.cxUpdates - updates, ms: now - begun });
            }
          };
          requestAnimationFrame(step);
        })
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private OpenPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        _page = page;
    }

    /// <summary>Opens it.</summary>
    /// <exception cref="LoadException">There is no such browser, or the page does not come to be live.</exception>
    public static async Task<OpenPage> OpenAsync(string chromium, HostProcess host)
    {
        if (!File.Exists(chromium))
        {
            throw new LoadException($"There is no {chromium}; name the browser with --chromium.");
        }

        var playwright = await Playwright.CreateAsync();
        IBrowser? browser = null;
        try
        {
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = chromium,
                Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
            var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                BaseURL = host.Address.OriginalString,
                ViewportSize = new ViewportSize { Width = Width, Height = Height },
            });
            await context.AddInitScriptAsync(CountMessages);
            await context.APIRequest.PostAsync("/api/v1/session", new APIRequestContextOptions { Headers = [new("Authorization", $"Bearer {host.Key}")] });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/");
            await page.Locator("[data-testid=live-state][data-state=live]").WaitForAsync();
            return new OpenPage(playwright, browser, page);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
            playwright.Dispose();
            throw new LoadException($"The page could not be opened: {error.Message}");
        }
    }

    /// <summary>Counts frames for a time.</summary>
    /// <param name="pushes">How often the Host pushes, in words.</param>
    /// <param name="time">For how long.</param>
    public async Task<FrameFigures> CountFramesAsync(string pushes, TimeSpan time)
    {
        var counted = await _page.EvaluateAsync<JsonElement>(CountFrames, time.TotalMilliseconds);
        var gaps = counted.GetProperty("gaps").EnumerateArray().Select(gap => gap.GetDouble()).ToList();
        var seconds = counted.GetProperty("ms").GetDouble() / 1_000;
        return new FrameFigures(
            pushes,
            counted.GetProperty("updates").GetInt64() / seconds,
            gaps.Count / seconds,
            Percentile.Median(gaps),
            Percentile.Of(gaps, 0.99),
            gaps.Max(),
            gaps.Count(gap => gap > FrameFigures.MissedAboveMs) / (double)gaps.Count);
    }

    /// <summary>Reads what the page holds, once the collector has taken what nobody does.</summary>
    public async Task<MemoryReading> ReadMemoryAsync(int minute)
    {
        var session = await _page.Context.NewCDPSessionAsync(_page);
        await session.SendAsync("Performance.enable");
        await session.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        await session.DetachAsync();
        return new MemoryReading(minute, metrics["JSHeapUsedSize"], (int)metrics["Nodes"], (int)metrics["JSEventListeners"], await ResidentBytesAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private async Task<long?> ResidentBytesAsync()
    {
        var session = await _browser.NewBrowserCDPSessionAsync();
        var processes = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo").EnumerateArray();
        var resident = processes.Where(process => process.GetProperty("type").GetString() == "renderer")
            .Select(process => ProcessCounters.ResidentBytes(int.Parse(process.GetProperty("id").ToString(), CultureInfo.InvariantCulture))).Max();
        await session.DetachAsync();
        return resident;
    }
}
