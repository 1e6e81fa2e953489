using System.Collections.Concurrent;
using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Pages that were open when the server went away say that they are not live, and keep what they show.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class GoneServerTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    // What tells of time passed goes on without a server, and the rate of interactions changes by itself.
    private const string Texts = """
        () => {
          const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
          const found = [];
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            if (node.parentElement.closest("time, [data-testid=kpi-rate]") === null && node.data.trim() !== "") {
              found.push(node.data.trim());
            }
          }
          return found;
        }
        """;

    // Longer than any page waits before it asks again.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    [ChromiumFact]
    public async Task What_was_shown_stays_and_is_said_not_to_be_live()
    {
        var first = await chromium.OpenAsync(await host.UrlAsync());
        await first.SignInAsync();
        await Reader.OfAsync(first, "en");
        var open = new ConcurrentBag<(Reader Reader, string[] Texts)>();
        await Task.WhenAll(DashboardPages.All.Where(page => !IsForm(page.Address)).Chunk(10).Select(async pages =>
        {
            foreach (var page in pages)
            {
                var reader = await Reader.BesideAsync(first, "en");
                await reader.Page.Clock.InstallAsync();
                await reader.OpenAsync(page.Address);
                open.Add((reader, await reader.Page.EvaluateAsync<string[]>(Texts)));
            }
        }));

        await host.KillAsync();

        var lost = new List<string>();
        foreach (var (reader, texts) in open)
        {
            await reader.Page.ExpectLiveAsync("lost");
            await reader.Page.Clock.FastForwardAsync((long)Wait.TotalMilliseconds);
            await reader.QuietAsync();
            var now = await reader.Page.EvaluateAsync<string[]>(Texts);
            lost.AddRange(texts.Except(now).Select(text => $"{reader.Page.Url}: {text}"));
        }

        Assert.True(lost.Count == 0, string.Join(Environment.NewLine, lost));
    }

    // What a form holds is what was typed.
    private static bool IsForm(string address) =>
        address.EndsWith("/new", StringComparison.Ordinal) || address.EndsWith("/edit", StringComparison.Ordinal) || address.StartsWith("/alerts/rules/", StringComparison.Ordinal);
}
