using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cli.Tests;

/// <summary>The other side of the wire: a real HTTP server on a free loopback port that speaks the ingest contract.</summary>
internal sealed class IngestServer : IAsyncDisposable
{
    public const string Key = "cx_test";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private int _requests;

    private IngestServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>What was accepted, by id: a repeat changes nothing.</summary>
    public Dictionary<string, JsonObject> Accepted { get; } = [];

    /// <summary>The query strings of all requests.</summary>
    public List<string> Queries { get; } = [];

    public int Requests => _requests;

    /// <summary>Answers a request instead of taking it, by the request's number from 1; null to take it.</summary>
    public Func<int, HttpContext, Task<bool>> Instead { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>The status that answers for the list of customers; null to answer with it.</summary>
    public int? InsteadOfList { get; set; }

    /// <summary>Why an interaction is rejected; null to accept it.</summary>
    public Func<JsonObject, (string Field, string Error)?> Fault { get; set; } = _ => null;

    public static async Task<IngestServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new IngestServer(builder.Build());
        server._app.MapPost("/api/v1/interactions", (Delegate)server.TakeAsync);
        server._app.MapGet("/api/v1/customers", (HttpContext context) =>
            server.InsteadOfList is { } status ? Results.Problem("the reason", statusCode: status) : CustomerList.Page(context.Request.Query["cursor"]));
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        if (await Instead(number, context))
        {
            return;
        }

        if (context.Request.Headers.Authorization != "Bearer " + Key)
        {
            await Results.Problem("unknown key", statusCode: 401).ExecuteAsync(context);
            return;
        }

        Assert.Equal("gzip", context.Request.Headers.ContentEncoding);
        Assert.Equal("application/x-ndjson", context.Request.ContentType);
        using var reader = new StreamReader(new GZipStream(context.Request.Body, CompressionMode.Decompress));
        var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await Answer(lines, context.Request.QueryString.Value ?? "").ExecuteAsync(context);
    }

    private IResult Answer(string[] lines, string query)
    {
        var rejected = new List<object>();
        lock (_lock)
        {
            Queries.Add(query);
            for (var index = 0; index < lines.Length; index++)
            {
                var item = JsonNode.Parse(lines[index])!.AsObject();
                var id = item["id"]!.GetValue<string>();
                if (Fault(item) is var (field, error))
                {
                    rejected.Add(new { index, id, field, error });
                }
                else
                {
                    Accepted.TryAdd(id, item);
                }
            }
        }

        return rejected.Count == lines.Length
            ? Results.Json(
                new { title = "Bad", status = 400, detail = "no interaction was accepted", rejected, rejectedCount = rejected.Count },
                JsonSerializerOptions.Web,
                "application/problem+json",
                400)
            : Results.Json(
                new { accepted = lines.Length - rejected.Count, rejected, rejectedCount = rejected.Count, position = "1" },
                JsonSerializerOptions.Web,
                statusCode: 202);
    }
}
