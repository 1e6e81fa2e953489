using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CxGrains.Client.Tests;

/// <summary>A server that answers what it is told to, and keeps what it was sent.</summary>
internal sealed class IngestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<JsonArray> _arrived = Channel.CreateUnbounded<JsonArray>();

    private IngestServer(WebApplication app) => _app = app;

    /// <summary>What talks to it.</summary>
    public HttpClient Http { get; } = new();

    public Uri Url => new(_app.Urls.Single());

    public ConcurrentQueue<(int Status, string Body, string? RetryAfter)> Answers { get; } = new();

    public ConcurrentQueue<JsonArray> Batches { get; } = new();

    public string? Authorization { get; private set; }

    /// <summary>Answers wait for it.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public static async Task<IngestServer> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new IngestServer(builder.Build());
        server._app.MapPost("/api/v1/interactions", server.TakeAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The next batch that arrives.</summary>
    public ValueTask<JsonArray> ArrivedAsync() => _arrived.Reader.ReadAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        Authorization = context.Request.Headers.Authorization;
        var batch = (JsonArray)(await JsonNode.ParseAsync(context.Request.Body))!;
        Batches.Enqueue(batch);
        await _arrived.Writer.WriteAsync(batch);
        await Hold;
        var (status, body, retryAfter) = Answers.TryDequeue(out var answer) ? answer : (202, """{"accepted":1,"rejected":[]}""", null);
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }
}
