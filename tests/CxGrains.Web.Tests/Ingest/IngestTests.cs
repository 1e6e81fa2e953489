using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CxGrains.Abstractions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Domain.Surveys;
using CxGrains.Web.Ingest;
using CxGrains.Web.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Tests.Ingest;

public sealed class IngestTests
{
    private const string Path = "/api/v1/interactions";
    private const string Visit = """{"id":"v1","customer":"ada","type":"visit"}""";

    [Theory]
    [InlineData("[" + Visit + ",{\"customer\":\"bob\",\"type\":\"page\"}]", 2)]
    [InlineData(Visit, 1)]
    [InlineData(Visit + "\n" + Visit + "\n", 2)]
    public async Task Array_object_and_lines_are_taken(string body, int count)
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Post, Path, body);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var answer = await WebServer.JsonOf(response);
        Assert.Equal(count, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(0, answer.GetProperty("rejectedCount").GetInt32());
        Assert.Equal("1.0", answer.GetProperty("position").GetString());
        Assert.False(answer.TryGetProperty("applied", out _));
        var (batch, lines) = Assert.Single(server.Runtime.Batches);
        Assert.Equal("default", batch.Workspace);
        Assert.False(batch.IsImport);
        Assert.Equal(Visit, lines[0]);
    }

    [Fact]
    public async Task Good_neighbours_of_bad_events_are_accepted_and_their_lines_kept_whole()
    {
        await using var server = await WebServer.StartAsync();
        var body = string.Join('\n', "{\"id\":\"bad\",\"type\":\"visit\"}", Visit, "{torn", "{\"id\":\"x\",\"customer\":\"bob\",\"type\":\"purchase\",\"value\":\"NaN\"}", "{\"customer\":\"cy\",\"type\":\"page\"}");

        var answer = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, Path, body));

        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(3, answer.GetProperty("rejectedCount").GetInt32());
        var rejected = answer.GetProperty("rejected").EnumerateArray().ToList();
        Assert.Equal([0, 2, 3], rejected.Select(one => one.GetProperty("index").GetInt32()));
        Assert.Equal("bad", rejected[0].GetProperty("id").GetString());
        Assert.Equal("customer", rejected[0].GetProperty("field").GetString());
        Assert.Equal("value", rejected[2].GetProperty("field").GetString());
        Assert.Equal([Visit, "{\"customer\":\"cy\",\"type\":\"page\"}"], Assert.Single(server.Runtime.Batches).Lines);
    }

    [Fact]
    public async Task The_part_of_an_array_before_its_fault_is_accepted()
    {
        await using var server = await WebServer.StartAsync();

        var answer = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, Path, "[" + Visit + ",{\"customer\":"));

        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(1, Assert.Single(answer.GetProperty("rejected").EnumerateArray()).GetProperty("index").GetInt32());
    }

    [Fact]
    public async Task Only_bad_events_are_a_problem_that_lists_them()
    {
        await using var server = await WebServer.StartAsync(options => options.RejectedListedMax = 2);

        var response = await server.SendAsync(HttpMethod.Post, Path, """[{"id":"a","type":"visit"},{"type":"visit"},{"type":"visit"}]""");

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "customer", response);
        Assert.Equal(0, problem.GetProperty("accepted").GetInt32());
        Assert.Equal(3, problem.GetProperty("rejectedCount").GetInt32());
        Assert.Equal(2, problem.GetProperty("rejected").GetArrayLength());
        Assert.Equal("a", problem.GetProperty("rejected")[0].GetProperty("id").GetString());
        Assert.Empty(server.Runtime.Batches);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("[]")]
    public async Task An_empty_body_is_a_problem(string body)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "body", await server.SendAsync(HttpMethod.Post, Path, body));
    }

    [Theory]
    [InlineData("""{"customer":"ada","type":"visit","at":"2999-01-01T00:00:00Z"}""", "at")]
    [InlineData("""{"customer":5,"type":"visit"}""", "customer")]
    [InlineData("""{"customer":"ada","type":"purchase","value":NaN}""", "json")]
    [InlineData("""{"customer":"ada","type":"survey_response","survey":"unknown","score":9}""", "survey")]
    [InlineData("""{"customer":"ada","type":"survey_response","survey":"new","metric":"nps","score":11}""", "score")]
    [InlineData("{", "json")]
    public async Task Each_bad_event_is_answered_with_its_field(string body, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Post, Path, body));

        Assert.Empty(server.Runtime.Of("default").Surveys);
    }

    [Fact]
    public async Task A_huge_property_is_rejected_and_its_neighbour_accepted()
    {
        await using var server = await WebServer.StartAsync();
        var huge = "{\"customer\":\"ada\",\"type\":\"visit\",\"properties\":{\"note\":\"" + new string('x', 10_000_000) + "\"}}";

        var answer = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, Path, $"{huge}\n{Visit}"));

        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Contains("32768", answer.GetProperty("rejected")[0].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_events_than_the_limit_are_refused_whole()
    {
        await using var server = await WebServer.StartAsync();
        var lines = string.Concat(Enumerable.Repeat("{}\n", 1_000_000));

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.RequestEntityTooLarge, "events", await server.SendAsync(HttpMethod.Post, Path, lines));

        Assert.Equal(10_000, problem.GetProperty("limit").GetInt64());
        Assert.Empty(server.Runtime.Batches);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_the_limit_is_refused(bool chunked)
    {
        await using var server = await WebServer.StartAsync(options => options.BodyBytesMax = 64 * 1024);
        using var content = new ByteArrayContent(new byte[64 * 1024 + 1]);

        var response = await server.SendAsync(HttpMethod.Post, Path, change: request =>
        {
            request.Content = content;
            request.Headers.TransferEncodingChunked = chunked;
        });

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.RequestEntityTooLarge, "body", response);
        Assert.Equal(64 * 1024, problem.GetProperty("limit").GetInt64());
        Assert.True(server.HoldsNoBytes());
    }

    [Fact]
    public async Task Gzip_is_unpacked()
    {
        await using var server = await WebServer.StartAsync();

        var response = await PostGzipAsync(server, Encoding.UTF8.GetBytes(Visit));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal([Visit], Assert.Single(server.Runtime.Batches).Lines);
    }

    [Fact]
    public async Task A_gzip_bomb_is_cut_at_the_limit()
    {
        await using var server = await WebServer.StartAsync(options => options.BodyBytesMax = 1024 * 1024);

        var response = await PostGzipAsync(server, new byte[100 * 1024 * 1024]);

        await ProblemAssert.IsAsync(HttpStatusCode.RequestEntityTooLarge, "body", response);
    }

    [Theory]
    [InlineData("gzip", HttpStatusCode.BadRequest)]
    [InlineData("br", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_is_not_in_its_encoding_is_a_problem(string encoding, HttpStatusCode status)
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Post, Path, Visit, change: request => request.Content!.Headers.ContentEncoding.Add(encoding));

        await ProblemAssert.IsAsync(status, "Content-Encoding", response);
    }

    [Fact]
    public async Task A_spent_budget_is_answered_busy_and_refilled_when_the_append_is_done()
    {
        await using var server = await WebServer.StartAsync(options => (options.BodyBytesMax, options.IngestBytesInFlightMax) = (1024 * 1024, 1024 * 1024));
        var budget = server.Service<IngestBudget>();
        budget.Take(1024 * 1024 - 100);

        var refused = await server.SendAsync(HttpMethod.Post, Path, "{\"customer\":\"ada\",\"type\":\"visit\",\"label\":\"" + new string('x', 200) + "\"}");

        await ProblemAssert.IsAsync(HttpStatusCode.TooManyRequests, null, refused);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
        budget.GiveBack(1024 * 1024 - 100);
        Assert.Equal(HttpStatusCode.Accepted, (await server.SendAsync(HttpMethod.Post, Path, Visit)).StatusCode);
        Assert.True(server.HoldsNoBytes());
    }

    [Fact]
    public async Task A_busy_runtime_is_answered_with_when_to_try_again()
    {
        await using var server = await WebServer.StartAsync();
        server.Runtime.BeforeAppend = () => throw new BusyException("the log queue holds 1,000 batches", 3);

        var response = await server.SendAsync(HttpMethod.Post, Path, Visit);

        await ProblemAssert.IsAsync(HttpStatusCode.TooManyRequests, null, response);
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter?.Delta);
        Assert.True(server.HoldsNoBytes());
    }

    [Fact]
    public async Task A_runtime_that_cannot_write_is_answered_with_why_and_when_to_try_again()
    {
        await using var server = await WebServer.StartAsync();
        server.Runtime.BeforeAppend = () => throw new UnavailableException("the log cannot be written", 5);

        var response = await server.SendAsync(HttpMethod.Post, Path, Visit);

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.ServiceUnavailable, null, response);
        Assert.Equal("the log cannot be written", problem.GetProperty("detail").GetString());
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        Assert.True(server.HoldsNoBytes());
    }

    [Fact]
    public async Task Interactions_that_the_runtime_refuses_are_rejected_and_their_neighbours_accepted()
    {
        await using var server = await WebServer.StartAsync();
        RefuseNew(server, "ada");
        var body = string.Join('\n', """{"id":"n1","customer":"new","type":"visit"}""", Visit, "{torn", """{"id":"n2","customer":"newer","type":"visit"}""", """{"customer":"ada","type":"page"}""");

        var answer = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, Path, body));

        Assert.Equal((2, 3), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejectedCount").GetInt32()));
        var rejected = answer.GetProperty("rejected").EnumerateArray().ToList();
        Assert.Equal([(0, "n1"), (2, null), (3, "n2")], rejected.Select(one => (one.GetProperty("index").GetInt32(), one.TryGetProperty("id", out var id) ? id.GetString() : null)));
        Assert.Equal(("customer", "is one too many"), (rejected[2].GetProperty("field").GetString(), rejected[2].GetProperty("error").GetString()));
        Assert.Equal([Visit, """{"customer":"ada","type":"page"}"""], Assert.Single(server.Runtime.Batches).Lines);
    }

    [Fact]
    public async Task Where_the_runtime_refuses_all_the_answer_says_so()
    {
        await using var server = await WebServer.StartAsync();
        RefuseNew(server, "bob");

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "customer", await server.SendAsync(HttpMethod.Post, Path, Visit));

        Assert.Equal(1, problem.GetProperty("rejectedCount").GetInt32());
        Assert.Empty(server.Runtime.Batches);
    }

    [Fact]
    public async Task A_buffer_stays_the_runtimes_until_the_append_is_done_though_the_client_is_gone()
    {
        await using var server = await WebServer.StartAsync();
        var reached = new TaskCompletionSource<CancellationToken>();
        var release = new TaskCompletionSource();
        server.Runtime.BeforeAppend = () =>
        {
            reached.SetResult(server.Service<IHttpContextAccessor>().HttpContext!.RequestAborted);
            return release.Task;
        };
        using var gone = new CancellationTokenSource();
        using var content = new StringContent(Visit);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", WebServer.AdminKey);
        var sending = server.Http.SendAsync(request, gone.Token);
        var aborted = await reached.Task;

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await Eventually.TrueAsync(() => aborted.IsCancellationRequested);

        // Time enough for a server that let go on the abort to have done so.
        await server.SendAsync(HttpMethod.Get, "/healthz");

        Assert.False(server.HoldsNoBytes());
        release.SetResult();
        await Eventually.TrueAsync(server.HoldsNoBytes);
        Assert.Equal([Visit], Assert.Single(server.Runtime.Batches).Lines);
    }

    [Fact]
    public async Task Waiting_says_whether_the_effect_is_there()
    {
        await using var server = await WebServer.StartAsync(options => options.AppliedWaitSecondsMax = 1);
        var applied = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, Path + "?wait=applied", Visit));
        Assert.True(applied.GetProperty("applied").GetBoolean());

        server.Runtime.Applied = cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken);
        var late = await server.SendAsync(HttpMethod.Post, Path + "?wait=applied", Visit);

        Assert.Equal(HttpStatusCode.Accepted, late.StatusCode);
        Assert.False((await WebServer.JsonOf(late)).GetProperty("applied").GetBoolean());
    }

    [Fact]
    public async Task What_was_accepted_is_answered_so_though_nobody_can_tell_of_its_effect()
    {
        await using var server = await WebServer.StartAsync();
        server.Runtime.Applied = _ => throw new UnavailableException("The log is gone for the moment", 2);

        var response = await server.SendAsync(HttpMethod.Post, Path + "?wait=applied", Visit);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.False((await WebServer.JsonOf(response)).GetProperty("applied").GetBoolean());
    }

    [Fact]
    public async Task An_answer_that_names_its_metric_creates_the_survey_once()
    {
        await using var server = await WebServer.StartAsync();
        var first = """{"customer":"a","type":"survey_response","survey":"s","metric":"csat","scale":7,"score":7}""";
        var wrong = """{"customer":"b","type":"survey_response","survey":"s","metric":"nps","score":9}""";
        var plain = """{"customer":"c","type":"survey_response","survey":"s","score":2}""";

        var answer = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, Path, $"[{first},{wrong},{plain}]"));

        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal("metric", answer.GetProperty("rejected")[0].GetProperty("field").GetString());
        var survey = server.Runtime.Of("default").Surveys["s"];
        Assert.Equal((SurveyMetric.Csat, 7, 1), (survey.Metric, survey.Scale, survey.Version));
    }

    [Fact]
    public async Task An_import_is_marked_as_one_and_other_values_are_refused()
    {
        await using var server = await WebServer.StartAsync();

        await server.SendAsync(HttpMethod.Post, Path + "?import=true", Visit);

        Assert.True(Assert.Single(server.Runtime.Batches).Batch.IsImport);
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "import", await server.SendAsync(HttpMethod.Post, Path + "?import=maybe", Visit));
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "wait", await server.SendAsync(HttpMethod.Post, Path + "?wait=durable", Visit));
    }

    [Fact]
    public async Task Sending_needs_the_scope_ingest_and_goes_to_the_keys_workspace()
    {
        await using var server = await WebServer.StartAsync();
        var reader = await server.KeyAsync("acme", Scopes.Read);
        var sender = await server.KeyAsync("acme", Scopes.Ingest);

        var refused = await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "scopes", await server.SendAsync(HttpMethod.Post, Path, Visit, reader));
        Assert.Contains("ingest", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, (await server.SendAsync(HttpMethod.Post, Path, Visit, sender)).StatusCode);
        Assert.Equal("acme", Assert.Single(server.Runtime.Batches).Batch.Workspace);
    }

    private static async Task<HttpResponseMessage> PostGzipAsync(WebServer server, byte[] body)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(body);
        }

        return await server.SendAsync(HttpMethod.Post, Path, change: request =>
        {
            request.Content = new ByteArrayContent(packed.ToArray());
            request.Content.Headers.ContentEncoding.Add("gzip");
        });
    }

    private static void RefuseNew(WebServer server, string known) => server.Runtime.Refuse = batch =>
    {
        var lines = Enumerable.Range(0, batch.Interactions.Count).Where(line => batch.Interactions[line].Customer != known).ToList();
        if (lines.Count > 0)
        {
            throw new LinesRefusedException(lines, "customer", "is one too many");
        }
    };
}
