namespace CxGrains.Host.Tests.Browser;

/// <summary>What <see cref="Layout"/> finds, and what it lets be.</summary>
public sealed class LayoutTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly (string Html, string Fault)[] Broken =
    [
        ("""<p>One</p><p style="margin-top: -2.2em">Two</p>""", "the texts <p> “One” and <p> “Two” overlap"),
        ("""<p style="width: 3em; overflow: hidden; white-space: nowrap">A long story</p>""", "<p> “A long story” is cut off by <p class=\"\">"),
        ("""<div class="row" style="height: 1.5em; overflow: hidden">Some<br>lines</div>""", "<div> “Somelines” is cut off by <div class=\"row\">"),
        ("""<button style="width: 3em; white-space: nowrap; padding: 0; text-align: left; overflow: visible; contain: none"><span style="display: block">A long story</span></button>""", "“A long story” sticks out of its <button class=\"\">"),
        ("""<div style="position: relative"><a href="#" style="position: absolute; left: -3em">Away</a></div>""", "<a> “Away” lies outside the window"),
        ("""<input style="width: 9em"><button style="margin-left: -2em"></button>""", "<input> “” and <button> “” lie over one another"),
        ("""<span>Under</span><button style="margin-left: -3em; width: 3em"></button>""", "<button> “” lies over the text <span> “Under”"),
    ];

    private static readonly string[] Fine =
    [
        """<p style="width: 3em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">A long story</p>""",
        """<div style="width: 3em; overflow-x: auto; white-space: nowrap">A long <button>story</button></div>""",
        """<p style="line-height: 1">One<br>Two</p>""",
        """<p>One</p><p style="margin-top: -2.2em; visibility: hidden">Two</p>""",
        """<label>Yes <input type="checkbox"></label><a href="#">There <b>is</b> more</a>""",
    ];

    [ChromiumFact]
    public async Task Collisions_are_found_each_by_its_kind()
    {
        var page = await chromium.OpenAsync("http://127.0.0.1");
        foreach (var (html, fault) in Broken)
        {
            await page.SetContentAsync($"<body>{html}</body>");
            Assert.Equal([fault], await page.CollisionsAsync());
        }
    }

    [ChromiumFact]
    public async Task What_scrolls_ends_in_an_ellipsis_or_is_not_shown_is_fine()
    {
        var page = await chromium.OpenAsync("http://127.0.0.1");
        foreach (var html in Fine)
        {
            await page.SetContentAsync($"<body>{html}</body>");
            Assert.Empty(await page.CollisionsAsync());
        }
    }
}
