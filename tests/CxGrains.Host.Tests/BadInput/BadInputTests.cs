using System.Text;
using System.Text.Json;
using CxGrains.Host.Tests.Processes;
using Xunit.Abstractions;

namespace CxGrains.Host.Tests.BadInput;

/// <summary>Whatever is sent, the answer names the field and the limit, the neighbours are taken, and the memory stays bounded.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class BadInputTests(BadInputHost hosts, ITestOutputHelper output) : IClassFixture<BadInputHost>
{
    private const string Problem = "application/problem+json";

    // By name: the interaction, the field its answer names, and the limit or the offending value its answer tells.
    private static readonly Dictionary<string, (string Bad, string Field, string Told)> BadInteractions = new()
    {
        ["malformed JSON"] = ("""{"id":"bad","customer":"ada","type":}""", "json", ""),
        ["torn JSON"] = ("""{"id":"bad","customer":"ada","ty""", "json", ""),
        ["no object"] = ("42", "interaction", "one JSON object is wanted"),
        ["customer a number"] = ("""{"id":"bad","customer":42,"type":"visit"}""", "customer", "a number (42)"),
        ["no customer"] = ("""{"id":"bad","type":"visit"}""", "customer", ""),
        ["value a text"] = ("""{"id":"bad","customer":"ada","type":"purchase","value":"ten"}""", "value", "\"ten\""),
        ["NaN"] = ("""{"id":"bad","customer":"ada","type":"purchase","value":NaN}""", "json", "N"),
        ["NaN as text"] = ("""{"id":"bad","customer":"ada","type":"purchase","value":"NaN"}""", "value", "\"NaN\""),
        ["value too large"] = ("""{"id":"bad","customer":"ada","type":"purchase","value":1e13}""", "value", "1000000000000"),
        ["properties no object"] = ("""{"id":"bad","customer":"ada","type":"visit","properties":[]}""", "properties", "an array"),
        ["customer too long"] = ($$"""{"id":"bad","customer":"{{new string('a', 129)}}","type":"visit"}""", "customer", "128"),
        ["10 MB property"] = (Bodies.LargeProperty, "interaction", "32768"),
        ["property too long"] = ($$$"""{"id":"bad","customer":"ada","type":"visit","properties":{"note":"{{{new string('x', 4097)}}}"}}""", "properties.note", "4096"),
        ["unknown survey"] = ("""{"id":"bad","customer":"ada","type":"survey_response","survey":"nowhere","score":5}""", "survey", "nowhere"),
        ["score out of scale"] = ("""{"id":"bad","customer":"ada","type":"survey_response","survey":"relationship","score":11}""", "score", "0 to 10"),
        ["far future"] = ("""{"id":"bad","customer":"ada","type":"visit","at":"2999-01-01T00:00:00Z"}""", "at", "10 minutes"),
        ["distant past"] = ("""{"id":"bad","customer":"ada","type":"visit","at":"1889-01-01T00:00:00Z"}""", "at", "1990"),
        ["time without offset"] = ("""{"id":"bad","customer":"ada","type":"visit","at":"2026-01-01T00:00:00"}""", "at", "offset"),
    };

    /// <summary>The names alone: some of the interactions are too long to be part of a test's name.</summary>
    public static TheoryData<string> Names => [.. BadInteractions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_interaction_is_named_and_its_neighbours_are_taken(string name)
    {
        var (bad, field, told) = BadInteractions[name];
        var customer = $"neighbour of {name}";
        var good = JsonSerializer.Serialize(new { customer, type = "visit" });

        var alone = await hosts.Ingest.SendAsync(bad);
        var among = await hosts.Ingest.SendAsync($"{good}\n{bad}\n{good}\n", "?wait=applied");

        AssertProblem(alone, 400, field, told);
        Assert.Equal(0, alone.Json.Count("accepted"));
        Assert.Equal(202, among.Status);
        Assert.Equal(2, among.Json.Count("accepted"));
        Assert.Equal(1, among.Json.Count("rejectedCount"));
        var rejected = Assert.Single(among.Json.At("rejected").EnumerateArray());
        Assert.Equal(1, rejected.Count("index"));
        Assert.Equal(field, rejected.At("field").GetString());
        Assert.Contains(told, rejected.At("error").GetString(), StringComparison.Ordinal);
        var view = await hosts.Reader.ViewAsync($"customers/{Uri.EscapeDataString(customer)}");
        Assert.Equal(2, view.Count("interactions"));
    }

    [Fact]
    public async Task A_million_lines_are_refused_with_the_limit()
    {
        var answer = await hosts.Ingest.SendAsync(Bodies.MillionLines);

        AssertProblem(answer, 413, "events", "10,000");
        Assert.Equal(10_000, answer.Json.Count("limit"));
    }

    [Fact]
    public async Task A_body_past_the_limit_is_refused_whether_packed_or_not()
    {
        using var bomb = Bodies.Packed(Bodies.GzipBomb);
        using var plain = new ByteArrayContent(new byte[17 * 1024 * 1024]);

        foreach (var answer in new[] { await hosts.Ingest.SendAsync(bomb), await hosts.Ingest.SendAsync(plain) })
        {
            AssertProblem(answer, 413, "body", "16,777,216 bytes");
            Assert.Equal(16 * 1024 * 1024, answer.Json.Count("limit"));
        }
    }

    [Fact]
    public async Task What_is_no_gzip_and_other_encodings_are_told()
    {
        using var torn = Bodies.Packed(Encoding.UTF8.GetBytes("""{"customer":"ada","type":"visit"}"""));
        using var brotli = new StringContent("x");
        brotli.Headers.ContentEncoding.Add("br");

        AssertProblem(await hosts.Ingest.SendAsync(torn), 400, "Content-Encoding", "gzip");
        AssertProblem(await hosts.Ingest.SendAsync(brotli), 415, "Content-Encoding", "br");
    }

    [Fact]
    public async Task Without_a_key_or_with_an_unknown_one_nothing_is_told()
    {
        using var guesser = new Api(hosts.Host.Url, "guessed-key-guessed-key");

        foreach (var (api, told) in new[] { (hosts.Stranger, "Authorization: Bearer KEY"), (guesser, "not known") })
        {
            AssertProblem(await api.SendAsync("""{"customer":"ada","type":"visit"}"""), 401, "Authorization", told);
            AssertProblem(await api.AskAsync("workspace"), 401, "Authorization", told);
        }
    }

    [Fact]
    public async Task The_wrong_scope_names_the_right_one()
    {
        AssertProblem(await hosts.Reader.SendAsync("""{"customer":"ada","type":"visit"}"""), 403, "scopes", "ingest");
        AssertProblem(await hosts.Ingest.AskAsync("workspace"), 403, "scopes", "read");
        AssertProblem(await hosts.Reader.PostAsync("keys", new { name = "mine", scopes = new[] { "admin" } }), 403, "scopes", "admin");
    }

    [Fact]
    public async Task Another_workspace_cannot_be_seen_written_or_opened()
    {
        await hosts.Other.ApplyAsync(new { customer = "secret", type = "visit" });
        await hosts.Admin.ApplyAsync(new { customer = "intruder", type = "visit", workspace = "other" });

        AssertProblem(await hosts.Admin.AskAsync("customers/secret"), 404, "customer", "secret");
        AssertProblem(await hosts.Other.AskAsync("customers/intruder"), 404, "customer", "intruder");
        AssertProblem(await hosts.Other.AskAsync("surveys/relationship"), 404, "survey", "relationship");
        AssertProblem(await hosts.Other.PostAsync("keys", new { workspace = "default", name = "mine", scopes = new[] { "read" } }), 403, "workspace", "other");
        AssertProblem(await hosts.Admin.PostAsync("keys", new { workspace = "nowhere", name = "mine", scopes = new[] { "read" } }), 400, "workspace", "nowhere");
        Assert.Equal(1, (await hosts.Other.ViewAsync("workspace")).Count("customers"));
    }

    [Fact]
    public async Task Memory_stays_bounded_under_a_barrage_of_large_bodies()
    {
        // More would mean that a request leaves something behind, which a longer barrage would add up.
        const long GrowthBytesMax = 768L * 1024 * 1024;

        // Wide, because the collector gives memory back when it likes: one run grew by 128 MiB first and by 294 MiB more then.
        const long GrowthOnRepeatBytesMax = 384L * 1024 * 1024;
        await hosts.Admin.ApplyAsync(new { customer = "before", type = "visit" });
        var before = hosts.Host.WorkingSetBytes;

        await BarrageAsync(requests: 120);
        var peak = hosts.Host.PeakWorkingSetBytes;
        await BarrageAsync(requests: 120);
        var peakOnRepeat = hosts.Host.PeakWorkingSetBytes;

        output.WriteLine($"working set: {before >> 20} MiB before, at most {peak >> 20} MiB in 120 requests and {peakOnRepeat >> 20} MiB in 120 more, {hosts.Host.WorkingSetBytes >> 20} MiB behind");
        Assert.InRange(peak - before, 0, GrowthBytesMax);
        Assert.InRange(peakOnRepeat - peak, 0, GrowthOnRepeatBytesMax);
        await hosts.Admin.ApplyAsync(new { customer = "behind", type = "visit" });
    }

    private async Task BarrageAsync(int requests)
    {
        const int AtOnce = 6;
        Func<HttpContent>[] bodies =
        [
            () => new StringContent(Bodies.LargeProperty),
            () => new StringContent(Bodies.MillionNumbers),
            () => new StringContent(Bodies.DeepNesting),
            () => Bodies.Packed(Bodies.GzipBomb),
            () => Bodies.Packed(Bodies.GzipMillion),
            () => new ByteArrayContent(new byte[16 * 1024 * 1024]),
        ];
        await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            using var content = bodies[number % bodies.Length]();
            var answer = await hosts.Ingest.SendAsync(content);
            Assert.True(answer.Status is 400 or 413 or 429 && answer.MediaType == Problem, answer.ToString());
        });
    }

    private static void AssertProblem(Answer answer, int status, string? field, string told)
    {
        Assert.True(answer.Status == status && answer.MediaType == Problem, answer.ToString());
        Assert.Equal(status, answer.Json.Count("status"));
        Assert.Equal(field, answer.Text("field"));
        Assert.StartsWith("urn:cxgrains:problem:", answer.Text("type"), StringComparison.Ordinal);
        Assert.Contains(told, answer.Text("detail"), StringComparison.Ordinal);
    }
}
