using System.Xml.Linq;
using CxGrains.Domain.Reports;
using CxGrains.Web.Reports.Drawing;

namespace CxGrains.Web.Tests.Reports;

public class ReportDrawingTests
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> \"' & \u202Egnp.exe\u2066\u0007{0}";

    [Fact]
    public async Task The_scores_stand_with_their_margins_and_whether_their_change_is_real()
    {
        var drawn = await Drawn.OfAsync(new ReportQueries());

        var cards = drawn.Cards("Scores");
        Assert.Equal(["NPS", "12.5", "±8.3 · answers: 1,200 ▼ −17.5 real before: 30.0 ±8.0"], cards[0]);
        Assert.Equal(["CSAT", "81.4%", "79.0–83.6% · answers: 900 ▲ +0.5 within noise before: 80.9% (78.4–83.2%)"], cards[1]);
        Assert.Equal(["CES", "—", "not enough data yet"], cards[2]);
        Assert.Contains("NPS fell by 17.5 points, more than chance explains.", drawn.Words, StringComparison.Ordinal);
        Assert.Contains("No real change: CSAT moved by 0.5 pp, which chance explains.", drawn.Words, StringComparison.Ordinal);
        Assert.Contains("CES: not enough answers to tell, 0 now and 0 before.", drawn.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_moved_a_score_is_told_by_its_parts_which_make_the_change()
    {
        var queries = new ReportQueries();
        var drawn = await Drawn.OfAsync(queries);

        Assert.Equal(
            [["Acme · call", "30.0 (550)", "−10.0 (600)", "−20.0", ""], ["Acme · Acme", "30.0 (550)", "35.0 (600)", "+2.5", ""]],
            drawn.Rows("What moved NPS, by survey and channel"));
        Assert.False(drawn.Has("What moved CSAT"));

        // Whole days up to the one before, and the week before them.
        Assert.Equal([new(2026, 11, 22, 23, 59, 59, 999, TimeSpan.Zero), new(2026, 11, 15, 23, 59, 59, 999, TimeSpan.Zero)], queries.AskedSurveys.Select(at => at!.Value));
    }

    [Fact]
    public async Task Risk_alerts_and_goals_are_those_of_the_queries()
    {
        var drawn = await Drawn.OfAsync(new ReportQueries());

        Assert.Equal(
            [["High risk", "275", "5.5%"], ["Medium risk", "700", "14.0%"], ["Low risk", "4,000", "80.0%"], ["Not enough data", "25", "0.5%"], ["Customers", "5,000", ""]],
            drawn.Cards("Risk of leaving"));
        Assert.Contains("As of 23 Nov 2026, 08:00.", drawn.Words, StringComparison.Ordinal);
        Assert.Equal(
            [["Raised in the window", "2", "Critical 2"], ["Still open", "1", ""], ["Saved", "1", ""], ["Lost", "0", ""], ["False alarm", "0", ""], ["Ended by itself", "0", ""]],
            drawn.Cards("Alerts and what became of them"));
        Assert.Contains("Of all alerts of churn risk that were resolved, 80% were right.", drawn.Words, StringComparison.Ordinal);
        Assert.Equal([["Acme NPS", "12.5 ±8.3", "40.0", "31 Dec 2026", "Behind"]], drawn.Rows("Goals"));
        Assert.Contains("16 Nov 2026 – 22 Nov 2026 held against 9 Nov 2026 – 15 Nov 2026", drawn.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportPageKind.Overview)]
    [InlineData(ReportPageKind.Survey)]
    [InlineData(ReportPageKind.Segment)]
    [InlineData(ReportPageKind.Insights)]
    [InlineData(ReportPageKind.AtRisk)]
    public async Task Customers_are_named_only_where_that_was_asked_for(ReportPageKind page)
    {
        var queries = new ReportQueries();
        var without = await Drawn.OfAsync(queries, page);
        var with = await Drawn.OfAsync(queries, page, names: true);

        Assert.Empty(without.Report.Customers);
        Assert.DoesNotContain("Lovelace", without.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("cust-", without.Report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("said something", without.Words, StringComparison.Ordinal);
        Assert.Equal(page is ReportPageKind.Overview or ReportPageKind.AtRisk ? ["cust-17"] : page == ReportPageKind.Survey ? ["cust-99"] : [], with.Report.Customers);
        Assert.Equal(page is ReportPageKind.Overview or ReportPageKind.AtRisk, with.Words.Contains("Acme Lovelace", StringComparison.Ordinal));
        Assert.DoesNotContain("Lovelace", string.Concat(with.Report.Mail.Facts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportPageKind.Overview, ReportLanguage.En)]
    [InlineData(ReportPageKind.Survey, ReportLanguage.Ar)]
    [InlineData(ReportPageKind.Segment, ReportLanguage.Th)]
    [InlineData(ReportPageKind.Insights, ReportLanguage.Ar)]
    [InlineData(ReportPageKind.AtRisk, ReportLanguage.En)]
    public async Task Hostile_names_are_shown_as_text_and_turn_nothing_round(ReportPageKind page, ReportLanguage language)
    {
        var drawn = await Drawn.OfAsync(new ReportQueries { Name = Hostile }, page, language, names: true, name: Hostile.Replace("\u0007", "", StringComparison.Ordinal));

        // Read as a document it holds nothing but what a report is made of.
        string[] known =
        [
            "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "h1", "h2", "h3", "p", "b", "br", "bdi", "span", "div", "ul", "li",
            "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "polygon", "polyline", "line", "rect", "text",
        ];
        Assert.Empty(drawn.Page.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().Except(known));
        Assert.DoesNotContain(drawn.Page.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "src" or "style");
        Assert.Contains("<script>alert(1)</script>", drawn.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(drawn.Report.Html, c => c is '\u202E' or '\u2066' or '\u0007');
        Assert.DoesNotContain(drawn.Report.Mail.Subject, c => c is '\u202E' or '\u2066');

        // Whatever a sender wrote stands apart from the words around it.
        Assert.All(
            drawn.Page.Element("body")!.DescendantNodes().OfType<XText>().Where(text => text.Value.Contains("gnp.exe", StringComparison.Ordinal)),
            text => Assert.Contains(text.Ancestors(), element => element.Name.LocalName is "bdi"));
    }

    [Theory]
    [InlineData(ReportLanguage.En, "ltr", "16 Nov 2026")]
    [InlineData(ReportLanguage.Ar, "rtl", "16 نوفمبر 2026")]
    [InlineData(ReportLanguage.Th, "ltr", "16 พ.ย. 2569")]
    public async Task It_speaks_its_language_in_its_direction(ReportLanguage language, string direction, string day)
    {
        foreach (var page in Enum.GetValues<ReportPageKind>())
        {
            var drawn = await Drawn.OfAsync(new ReportQueries(), page, language);

            Assert.Equal((ReportWords.TagOf(language), direction), ((string?)drawn.Page.Attribute("lang"), (string?)drawn.Page.Attribute("dir")));
            Assert.Contains(day, drawn.Words, StringComparison.Ordinal);
            Assert.Contains(ReportWords.Of(language).HowToRead, drawn.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(drawn.Words, c => c is '{' or '}');
        }
    }

    [Fact]
    public async Task It_asks_for_nothing_else_and_its_only_style_sheet_is_the_one_that_is_allowed()
    {
        var drawn = await Drawn.OfAsync(new ReportQueries(), names: true);

        var style = Assert.Single(drawn.Page.Descendants("style")).Value;
        Assert.Equal(drawn.Report.StyleHash, Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style))));
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        Assert.DoesNotContain("http", drawn.Report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trend_breaks_where_a_day_has_no_answers()
    {
        var drawn = await Drawn.OfAsync(new ReportQueries());

        var svg = Assert.Single(drawn.Page.Descendants("svg"), picture => (string?)picture.Attribute("role") == "img");
        Assert.Equal(2, svg.Elements("polyline").Count());
        Assert.Equal(2, svg.Elements("polygon").Count());
        Assert.Equal([30, 29], svg.Elements("polyline").Select(line => ((string)line.Attribute("points")!).Split(' ').Length));
        Assert.Equal("NPS from 30.0 to 15.3", (string?)svg.Attribute("aria-label"));
    }
}
