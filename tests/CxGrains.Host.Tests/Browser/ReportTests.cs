using System.Text;
using System.Text.RegularExpressions;
using CxGrains.Host.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Reports, from the page that defines them to the sheets of paper.</summary>
[Collection(ProcessesCollection.Name)]
public sealed partial class ReportTests(PageHost host, Chromium chromium) : IClassFixture<PageHost>, IClassFixture<Chromium>
{
    // The widths of a telephone, of A4 and of Letter within their margins, and of a desk.
    private static readonly int[] Widths = [390, 695, 717, 1440];

    [ChromiumFact]
    public async Task A_report_made_with_the_form_is_issued_opened_in_a_new_tab_and_deleted()
    {
        var page = await chromium.SignedInAsync(host, "/reports/new");
        await Text(page, "Id").FillAsync("risky");
        await Text(page, "Name").FillAsync("Who may leave");
        await page.GetByLabel("Page").SelectOptionAsync("atRisk");
        await page.GetByLabel("Day of the week").SelectOptionAsync("friday");
        await page.GetByLabel("Name customers").CheckAsync();
        await Text(page, "Days").FillAsync("366");
        await ClickAsync(page, "Save");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("from 1 to 365");
        await Text(page, "Days").FillAsync("14");
        await ClickAsync(page, "Save");
        await Expect(page.GetByText("It was not issued yet.")).ToBeVisibleAsync();

        await ClickAsync(page, "Issue now");
        await Expect(page.GetByText("Issued. It is the first in the list.")).ToBeVisibleAsync();
        var row = page.GetByTestId("issue-row");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync("customers named: ");
        var issue = await page.Context.RunAndWaitForPageAsync(() => row.GetByRole(AriaRole.Link).ClickAsync());
        await Expect(issue.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Who may leave");
        var link = issue.Url;
        await issue.CloseAsync();

        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        var gone = await page.GotoAsync(link);
        Assert.Equal(404, gone!.Status);
    }

    [ChromiumFact]
    public async Task An_issue_prints_and_nothing_of_it_sticks_out()
    {
        var faults = new List<string>();
        foreach (var report in (string[])["board", "pro"])
        {
            var page = await chromium.OpenAsync(await host.UrlAsync());
            page.Console += (_, message) => faults.AddRange(message.Type is "error" or "warning" ? [$"{report}: {message.Text}"] : []);
            page.Request += (_, request) => faults.AddRange(request.IsNavigationRequest || request.Url.EndsWith("/favicon.ico", StringComparison.Ordinal) ? [] : [$"{report} asks for {request.Url}"]);
            await page.GotoAsync(await IssueAsync(report));
            foreach (var media in (Media[])[Media.Screen, Media.Print])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media, ColorScheme = ColorScheme.Dark });
                foreach (var width in Widths)
                {
                    await page.SetViewportSizeAsync(width, 900);
                    faults.AddRange((await page.OverflowsAsync()).Select(fault => $"{report} at {width}, {media}: {fault}"));
                }
            }

            faults.AddRange((await page.AxeFaultsAsync()).Select(fault => $"{report}: {fault}"));
            var pdf = await page.PdfAsync(new PagePdfOptions { Format = report == "board" ? "A4" : "Letter", PreferCSSPageSize = true });
            faults.AddRange(SheetsOf(pdf) is > 0 and < 8 ? [] : [$"{report} has {SheetsOf(pdf)} sheets"]);
            await page.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    // A label holds its hint too.
    private static ILocator Text(IPage page, string label) => page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { NameRegex = new Regex($"^{label}") });

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    private static int SheetsOf(byte[] pdf) => Sheet().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();

    private async Task<string> IssueAsync(string report)
    {
        using var api = new Api(await host.UrlAsync(), HostProcess.AdminKey);
        var answer = await api.PostAsync($"reports/{report}/issue", new { });
        Assert.True(answer.Status == 201, answer.ToString());
        return answer.Text("link")!;
    }
}
