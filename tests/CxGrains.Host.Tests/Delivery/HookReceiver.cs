using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using CxGrains.Host.Tests.Processes;

namespace CxGrains.Host.Tests.Delivery;

/// <summary>A real receiver on this machine: keeps which message told of which alert, and answers 200.</summary>
internal sealed class HookReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Message, string Alert, string Customer)> _requests = new();
    private Task _taking = Task.CompletedTask;

    /// <summary>Where it listens.</summary>
    public string Url { get; } = $"http://127.0.0.1:{FreePort.Find()}/";

    /// <summary>What came, in order.</summary>
    public IReadOnlyCollection<(string Message, string Alert, string Customer)> Requests => _requests;

    /// <summary>Why it takes nothing any more; null while it does.</summary>
    public Exception? Fault => _taking.Exception;

    /// <summary>Begins.</summary>
    public void Start()
    {
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _taking = Task.Run(TakeAsync);
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task TakeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                // Closed.
                return;
            }

            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(context.Request.InputStream);
            var data = body.RootElement.GetProperty("data");
            _requests.Enqueue((context.Request.Headers["webhook-id"]!, data.GetProperty("id").GetString()!, data.GetProperty("customer").GetString()!));
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or JsonException or IOException or ObjectDisposedException)
        {
            // The sender was killed in the middle of it.
            context.Response.Abort();
        }
    }
}
