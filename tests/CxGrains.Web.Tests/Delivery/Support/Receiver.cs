using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CxGrains.Web.Tests.Delivery.Support;

/// <summary>A real HTTP server on a loopback address that keeps what reaches it and answers as a test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _connections;

    private Receiver(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse(address), 0, listen => listen.Use(next => connection =>
        {
            Interlocked.Increment(ref _connections);
            return next(connection);
        })));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    /// <summary>What came, in order.</summary>
    public ConcurrentQueue<Received> Requests { get; } = new();

    /// <summary>Connections that were ever made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Answers; 200 where nothing is set.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public Uri Url { get; private set; } = null!;

    public int Port => Url.Port;

    public static async Task<Receiver> StartAsync(string address = "127.0.0.1")
    {
        var receiver = new Receiver(address);
        await receiver._app.StartAsync();
        receiver.Url = new Uri(receiver._app.Urls.Single() + "/hook");
        return receiver;
    }

    public void AnswerWith(int status) => Answer = context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Enqueue(new Received(headers, body.ToArray()));
        await Answer(context);
    }
}
