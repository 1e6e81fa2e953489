using System.Net;
using System.Text.Json;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain.Reports;
using CxGrains.Web.Delivery;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Reports;

public class ReportApiTests
{
    private const string Path = "/api/v1/reports/board";
    private const string Body = """{"name":"Board","page":{"kind":"overview"},"schedule":{"every":"weekly","weekday":"friday","hour":17,"zone":"Asia/Bangkok"},"language":"th"}""";

    [Fact]
    public async Task A_report_is_defined_read_changed_and_removed()
    {
        await using var server = await WebServer.StartAsync();

        using var created = await server.SendAsync(HttpMethod.Put, Path, Body);
        using var read = await server.SendAsync(HttpMethod.Get, Path);
        using var changed = await server.SendAsync(HttpMethod.Put, Path, """{"page":{"kind":"atRisk"},"schedule":{"every":"monthly","day":28},"enabled":false}""");
        using var list = await server.SendAsync(HttpMethod.Get, "/api/v1/reports");
        using var removed = await server.SendAsync(HttpMethod.Delete, Path);
        using var gone = await server.SendAsync(HttpMethod.Get, Path);

        Assert.Equal((HttpStatusCode.Created, "\"1\"", Path), (created.StatusCode, created.Headers.ETag!.Tag, created.Headers.Location!.OriginalString));
        var view = await WebServer.JsonOf(read);
        Assert.Equal("""{"kind":"overview"}""", view.GetProperty("page").GetRawText());
        Assert.Equal("""{"every":"weekly","weekday":"friday","hour":17,"zone":"Asia/Bangkok"}""", view.GetProperty("schedule").GetRawText());
        Assert.Equal(("Board", "th", 7, false, true), (
            view.GetProperty("name").GetString(), view.GetProperty("language").GetString(), view.GetProperty("windowDays").GetInt32(), view.GetProperty("includeCustomers").GetBoolean(), view.GetProperty("enabled").GetBoolean()));
        Assert.Equal((DayOfWeek.Friday, 10), (view.GetProperty("next").GetDateTimeOffset().DayOfWeek, view.GetProperty("next").GetDateTimeOffset().Hour));
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag!.Tag));
        Assert.False((await WebServer.JsonOf(changed)).TryGetProperty("next", out _));
        Assert.Equal("board", (await WebServer.JsonOf(list)).GetProperty("reports")[0].GetProperty("id").GetString());
        Assert.DoesNotContain("secret", await list.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (removed.StatusCode, gone.StatusCode));
        Assert.Equal(["report.changed", "report.changed", "report.removed"], server.Audit.Acts.Select(act => act.Action));
    }

    [Fact]
    public async Task A_change_of_another_version_than_the_expected_one_is_refused()
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, Path, Body);

        using var twice = await server.SendAsync(HttpMethod.Put, Path, Body, change: request => request.Headers.TryAddWithoutValidation("If-None-Match", "*"));
        using var old = await server.SendAsync(HttpMethod.Put, Path, Body, change: request => request.Headers.TryAddWithoutValidation("If-Match", "\"7\""));
        using var removed = await server.SendAsync(HttpMethod.Delete, Path, change: request => request.Headers.TryAddWithoutValidation("If-Match", "\"7\""));
        using var right = await server.SendAsync(HttpMethod.Put, Path, Body, change: request => request.Headers.TryAddWithoutValidation("If-Match", "\"1\""));

        Assert.Equal(
            [HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK],
            [twice.StatusCode, old.StatusCode, removed.StatusCode, right.StatusCode]);
    }

    [Theory]
    [InlineData("page.id", """{"page":{"kind":"survey","id":"unknown"},"schedule":{"every":"weekly"}}""")]
    [InlineData("page.id", """{"page":{"kind":"insights","id":"unknown"},"schedule":{"every":"weekly"}}""")]
    [InlineData("recipients[0]", """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"recipients":["nobody"]}""")]
    [InlineData("recipients[0]", """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"recipients":["hook"]}""")]
    [InlineData("schedule.zone", """{"page":{"kind":"overview"},"schedule":{"every":"weekly","zone":"Mars"}}""")]
    public async Task What_is_not_there_cannot_be_reported_or_sent_to(string field, string body)
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, "/api/v1/destinations/hook", """{"kind":"webhook","url":"https://example.com/"}""");

        using var response = await server.SendAsync(HttpMethod.Put, Path, body);

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, response);
    }

    [Fact]
    public async Task There_are_no_more_reports_than_there_may_be()
    {
        await using var server = await WebServer.StartAsync();
        for (var i = 0; i < ReportLimits.ReportsMax; i++)
        {
            using var created = await server.SendAsync(HttpMethod.Put, $"/api/v1/reports/r{i}", Body);
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        }

        using var response = await server.SendAsync(HttpMethod.Put, "/api/v1/reports/more", Body);

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "id", response);
    }

    [Theory]
    [InlineData("GET", "/api/v1/reports")]
    [InlineData("PUT", Path)]
    [InlineData("POST", Path + "/issue")]
    [InlineData("GET", Path + "/issues")]
    [InlineData("DELETE", Path)]
    public async Task Only_admins_rule_reports(string method, string path)
    {
        await using var server = await WebServer.StartAsync();
        var reader = await server.KeyAsync("default", Scopes.Read);

        using var response = await server.SendAsync(new HttpMethod(method), path, method == "PUT" ? Body : null, reader);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Another_workspaces_report_is_not_there()
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, Path, Body);
        var stranger = await server.KeyAsync("other", Scopes.Admin);

        using var read = await server.SendAsync(HttpMethod.Get, Path, key: stranger);
        using var issued = await server.SendAsync(HttpMethod.Post, Path + "/issue", key: stranger);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, issued.StatusCode));
    }

    [Fact]
    public async Task An_issue_made_by_hand_is_sent_only_where_that_is_asked_for()
    {
        await using var server = await WebServer.StartAsync(services: services => services.Configure<DeliveryOptions>(options => (options.SmtpHost, options.SmtpFrom) = ("127.0.0.1", "cx@example.com")));
        await server.SendAsync(HttpMethod.Put, "/api/v1/destinations/board", """{"kind":"email","addresses":["a@example.com"],"reportsOnly":true,"enabled":true}""");
        await server.SendAsync(HttpMethod.Put, Path, """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"recipients":["board"]}""");

        using var quiet = await server.SendAsync(HttpMethod.Post, Path + "/issue");
        Assert.Empty(await SentAsync(server));
        using var sent = await server.SendAsync(HttpMethod.Post, Path + "/issue?send=true");
        using var list = await server.SendAsync(HttpMethod.Get, Path + "/issues");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (quiet.StatusCode, sent.StatusCode));
        var id = (await WebServer.JsonOf(sent)).GetProperty("id").GetString();
        Assert.Equal((Notice.ReportRule, id), (Assert.Single(await SentAsync(server)).Notice.Rule, (await SentAsync(server))[0].Notice.ReportIssue));
        var issues = (await WebServer.JsonOf(list)).GetProperty("issues").EnumerateArray().ToList();
        Assert.Equal(2, issues.Count);
        Assert.Equal(id, issues[0].GetProperty("id").GetString());
        Assert.Equal((false, 0), (issues[0].GetProperty("scheduled").GetBoolean(), issues[0].GetProperty("customers").GetInt32()));
        Assert.Equal(6, issues[0].GetProperty("to").GetDateTimeOffset().Subtract(issues[0].GetProperty("from").GetDateTimeOffset()).Days);
    }

    [Fact]
    public async Task Reports_only_is_for_e_mail()
    {
        await using var server = await WebServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Put, "/api/v1/destinations/hook", """{"kind":"webhook","url":"https://example.com/","reportsOnly":true}""");

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "reportsOnly", response);
    }

    [Fact]
    public void What_was_stored_first_still_reads()
    {
        var report = ReportRecord.Of(new StoredDocument("acme", ReportRecord.DocumentKind, "board", null, """
            {"report":{"id":"board","name":"Board","page":{"kind":"Survey","id":"nps"},"windowDays":30,"schedule":{"every":"Monthly","weekday":"Monday","day":28,"hour":6,"zone":"Asia/Bangkok"},
             "language":"Ar","recipients":["board"],"includeCustomers":true,"enabled":true,"version":0},"code":"abcdefghijkl","secret":"AAAA","sinceMs":17}
            """, 3));

        Assert.Equal(("board", ReportPageKind.Survey, "nps", 30, 28, "Asia/Bangkok", ReportLanguage.Ar, 3), (
            report.Report.Id, report.Report.Page.Kind, report.Report.Page.Id, report.Report.WindowDays, report.Report.Schedule.Day, report.Report.Schedule.Zone, report.Report.Language, report.Report.Version));
        Assert.Equal(("abcdefghijkl", 17), (report.Code, report.SinceMs));

        // A link that was sent opens for as long as its issue is there.
        Assert.Equal("abcdefghijkl04yTVfPN354pupHh2w2tOD2a-9-1PwRp7i6kGflGKdQ", report.TokenOf("2026-W48"));
        var issue = ReportIssue.Of(new StoredDocument("acme", "reportIssue/abcdefghijkl", "2026-W48", "hash", """
            {"isScheduled":true,"issuedMs":5,"fromDay":20,"toDay":26,"isMailed":true,"isRevoked":false,"customers":["ada"],"bytes":2,"brotli":"iwCAaGkD","styleHash":"style",
             "mail":{"subject":"s","lead":"l","facts":[{"name":"NPS","value":"12"}],"open":"o","noLink":"n","language":"en","isRightToLeft":false}}
            """, 4));
        Assert.Equal((true, 5, 20, 26, true, false, "style", 4), (issue.IsScheduled, issue.IssuedMs, issue.FromDay, issue.ToDay, issue.IsMailed, issue.IsRevoked, issue.StyleHash, issue.Version));
        Assert.Equal("hi"u8.ToArray(), issue.Page());
        Assert.Equal("12", issue.Mail!.Facts[0].Value);
    }

    private static async Task<IReadOnlyList<DeliveryEntry>> SentAsync(WebServer server) =>
        await server.Service<IOutbox>().DeliveriesAsync("default", "board", DeliveryFilter.All, long.MaxValue, 10, CancellationToken.None);
}
