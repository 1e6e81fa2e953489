using System.Diagnostics;
using System.Globalization;
using System.Net;
using CxGrains.Host.Tests.Browser;
using CxGrains.Host.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Demo;

/// <summary>The program as a stranger starts it: with <c>--demo</c> and nothing else.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class DemoProcessTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly Dictionary<string, string> SmallCompany = new() { ["Demo__Customers"] = "200" };

    [ChromiumFact]
    public async Task The_page_signs_itself_in_and_is_alive()
    {
        await using var host = await HostProcess.StartNewAsync(isDemo: true, SmallCompany);
        var page = await chromium.OpenAsync(host.Url);

        await page.GotoAsync("/");

        await page.ExpectLiveAsync();
        await Expect(page.GetByText("Larkfield Home")).ToBeVisibleAsync();
        var feed = page.GetByTestId("feed-row").First;
        await Expect(feed).ToBeVisibleAsync();
        var first = await feed.TextContentAsync();
        await Expect(feed).Not.ToHaveTextAsync(first!);
        await Expect(page.GetByTestId("kpi-nps")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+\.\d$"));
    }

    [Fact]
    public async Task Only_requests_that_name_this_machine_are_served_and_its_cookie_is_closed_to_scripts()
    {
        await using var host = await HostProcess.StartNewAsync(isDemo: true, SmallCompany);
        using var client = new HttpClient { Timeout = Until.Deadline };

        using var signedIn = await client.GetAsync(new Uri($"{host.Url}/api/v1/session"));
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        foreach (var path in new[] { "/", "/api/v1/session", "/api/v1/workspace" })
        {
            using var rebound = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Url + path));
            rebound.Headers.Host = "evil.example";
            using var refused = await client.SendAsync(rebound);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
            Assert.False(refused.Headers.Contains("Set-Cookie"));
            Assert.Contains("evil.example", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await host.StopAsync());
    }

    [Theory]
    [InlineData("http://0.0.0.0:{0}")]
    [InlineData("http://*:{0}")]
    [InlineData("http://localhost:{0};http://192.0.2.1:{0}")]
    public async Task An_address_that_others_can_reach_is_refused(string urls)
    {
        var data = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var open = string.Format(CultureInfo.InvariantCulture, urls, FreePort.Find());
        using var program = Process.Start(DotnetProgram.StartInfo("CxGrains.Host", ["--demo", "--data", data, "--urls", open]))!;
        try
        {
            using var deadline = new CancellationTokenSource(Until.Deadline);
            var complaint = await program.StandardError.ReadToEndAsync(deadline.Token);
            await program.WaitForExitAsync(deadline.Token);

            Assert.Equal(2, program.ExitCode);
            Assert.Contains("listens on this machine only", complaint, StringComparison.Ordinal);
            Assert.False(Directory.Exists(data));
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill();
            }
        }
    }
}
