using System.Xml.Linq;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain;
using CxGrains.Domain.Reports;
using CxGrains.Web.Reports.Drawing;
using CxGrains.Web.Reports.Reading;

namespace CxGrains.Web.Tests.Reports;

/// <summary>A report as it was drawn, read as a document.</summary>
internal sealed record Drawn(RenderedReport Report, XElement Page)
{
    /// <summary>All that it says, with single spaces.</summary>
    public string Words => Flat(Page.Element("body")!);

    /// <summary>Draws a report of the week before the queries' instant.</summary>
    public static async Task<Drawn> OfAsync(ReportQueries queries, ReportPageKind page = ReportPageKind.Overview, ReportLanguage language = ReportLanguage.En, bool names = false, string? name = null)
    {
        var report = new Report
        {
            Id = "r",
            Name = name ?? "Board",
            Page = new ReportPage(page, page is ReportPageKind.Survey or ReportPageKind.Segment ? "nps" : null),
            WindowDays = 7,
            Schedule = new ReportSchedule { Every = ReportCadence.Weekly, Weekday = DayOfWeek.Monday, Day = 1, Hour = 8, Zone = "Europe/Berlin" },
            Language = language,
            Recipients = [],
            IncludeCustomers = names,
            Enabled = true,
        };
        var nowMs = ReportQueries.Now.ToUnixTimeMilliseconds();
        var toDay = Instants.DayOf(nowMs) - 1;
        var drawn = await new ReportRenderer(new FigureReader(queries)).RenderAsync(new ReportAsk("acme", report, toDay - 6, toDay, nowMs), CancellationToken.None);
        return new Drawn(drawn, XElement.Parse(drawn.Html[(drawn.Html.IndexOf('>', StringComparison.Ordinal) + 1)..], LoadOptions.PreserveWhitespace));
    }

    /// <summary>The rows of the table under a heading, each as its cells.</summary>
    public IReadOnlyList<string[]> Rows(string heading) =>
        [.. Section(heading).Descendants("tbody").Elements("tr").Select(row => row.Elements("td").Select(Flat).ToArray())];

    /// <summary>The cards under a heading, each as its parts.</summary>
    public IReadOnlyList<string[]> Cards(string heading) =>
        [.. Section(heading).Descendants("div").Where(div => (string?)div.Attribute("class") == "card").Select(card => card.Elements().Select(Flat).ToArray())];

    /// <summary>Whether there is a heading that begins so.</summary>
    public bool Has(string heading) => Page.Descendants("h2").Any(h2 => h2.Value.StartsWith(heading, StringComparison.Ordinal));

    private XElement Section(string heading) => Page.Descendants("section").Single(section => section.Element("h2")?.Value.StartsWith(heading, StringComparison.Ordinal) == true);

    private static string Flat(XElement element) =>
        string.Join(' ', string.Concat(element.DescendantNodes().Select(node => node is XText text ? text.Value : node is XElement { Name.LocalName: "br" or "p" or "td" or "h1" } ? " " : "")).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
