using System.Collections.Concurrent;
using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Somebody who has signed in and goes from page to page; notes what goes wrong on the way.</summary>
internal sealed class Reader
{
    // Asks in one go what is still missing; one question after the other would take longer than the page itself.
    private const string Missing = """
        language => {
          const root = document.documentElement;
          const heading = document.querySelector("main h1");
          const live = document.querySelector("[data-testid=live-state]")?.dataset.state;
          return root.lang !== language ? `it speaks ${root.lang}`
            : root.dir !== (language === "ar" ? "rtl" : "ltr") ? `it is written ${root.dir}`
            : live !== "live" ? `it is ${live}`
            : document.querySelector(".skeleton") !== null ? "something is still loading"
            : heading === null || heading.textContent.trim() === "" ? "it has no heading"
            : cxRequests > 0 ? `${cxRequests} requests are under way`
            : "";
        }
        """;

    // Counts requests that are under way, so that a page is looked at when all is there. One has ended when its answer was drawn, which may
    // have asked for more: some turns of the browser after its text has come. Turns and not a time, as a test may have stopped the clock.
    private const string CountRequests = """
        window.cxRequests = 0;
        const turn = () => new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(0);
        });
        const end = async (text) => {
          await text.catch(() => "");
          for (let turns = 0; turns < 20; turns++) {
            await turn();
          }
          window.cxRequests--;
        };
        const send = window.fetch;
        window.fetch = (...request) => {
          window.cxRequests++;
          const answer = send(...request);
          void end(answer.then((response) => response.clone().text()));
          return answer;
        };
        """;

    // As many as keep a small machine busy.
    private const int Readers = 3;

    private readonly ConcurrentQueue<string> _faults = [];

    private Reader(IPage page, string language, string? expected)
    {
        Page = page;
        Language = language;
        page.Console += (_, message) => Note(IsFault(message, expected) ? [message.Text] : [], "on the console");
        page.PageError += (_, error) => Note([error], "in a script");
    }

    /// <summary>What is looked at.</summary>
    public IPage Page { get; }

    /// <summary>The language of the pages, such as <c>ar</c>.</summary>
    public string Language { get; }

    /// <summary>Makes a reader of a page where somebody has just signed in; what was said before is not held against it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">The language.</param>
    /// <param name="expected">What the console says without a fault; null for nothing.</param>
    public static async Task<Reader> OfAsync(IPage page, string language, string? expected = null)
    {
        await page.ExpectLiveAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.AddInitScriptAsync(CountRequests);
        await page.SpeakAsync(language);
        return new Reader(page, language, expected);
    }

    /// <summary>Opens another page beside one where somebody has signed in and chosen a language.</summary>
    public static async Task<Reader> BesideAsync(IPage signedIn, string language, string? expected = null)
    {
        var page = await signedIn.Context.NewPageAsync();
        await page.AddInitScriptAsync(CountRequests);
        return new Reader(page, language, expected);
    }

    /// <summary>Goes through pages of the list in English with several readers side by side, as each waits for the Host now and then.</summary>
    /// <param name="signedIn">A page where somebody has signed in.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="look">What is done with each.</param>
    /// <param name="expected">What the console says without a fault; null for nothing.</param>
    public static Task<Reader[]> ShareAsync(IPage signedIn, IEnumerable<DashboardPage> pages, Func<Reader, DashboardPage, Task> look, string? expected = null) =>
        Task.WhenAll(pages.Select((page, index) => (page, index)).GroupBy(one => one.index % Readers, one => one.page).Select(async share =>
        {
            var reader = await BesideAsync(signedIn, "en", expected);
            foreach (var page in share)
            {
                await look(reader, page);
            }

            return reader;
        }));

    /// <summary>Opens an address, and waits until all is there.</summary>
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await SettledAsync();
    }

    /// <summary>Notes what is wrong with the page as it is drawn now.</summary>
    /// <param name="how">How it is looked at, such as its width.</param>
    public async Task NoteDrawnAsync(string how)
    {
        Note(await Page.NoNumbersAsync(), how);
        Note(await Page.OverflowsAsync(), how);
        Note(await Page.CollisionsAsync(), how);
    }

    /// <summary>Waits until all is there.</summary>
    public async Task SettledAsync()
    {
        var missing = "";
        await Until.TrueAsync(async () => (missing = await MissingAsync()) == "", () => $"{Page.Url}: {missing}");
    }

    /// <summary>What is not there yet; empty where all is.</summary>
    public Task<string> MissingAsync() => Page.EvaluateAsync<string>(Missing, Language);

    /// <summary>Notes faults of the page that is open.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="how">How it was looked at, such as its width.</param>
    public void Note(IEnumerable<string> faults, string how)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue($"{Page.Url} in {Language} {how}: {fault}");
        }
    }

    /// <summary>Waits until no request is under way.</summary>
    public Task QuietAsync() => Until.TrueAsync(() => Page.EvaluateAsync<bool>("cxRequests === 0"), () => $"{Page.Url}: requests are under way");

    /// <summary>Says what went wrong; nothing may have.</summary>
    public static void AssertFaultless(params Reader[] readers)
    {
        var faults = readers.SelectMany(reader => reader._faults).ToList();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static bool IsFault(IConsoleMessage message, string? expected) =>
        message.Type is "error" or "warning" && (expected is null || !message.Text.Contains(expected, StringComparison.Ordinal));
}
