using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace CxGrains.LoadGenerator.Delivery;

/// <summary>Receives webhooks on this machine and keeps when each customer's came first.</summary>
internal sealed class HookReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _received = new(StringComparer.Ordinal);
    private int _requests;

    /// <summary>Listens on a port.</summary>
    public HookReceiver(int port)
    {
        Url = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = Task.Run(TakeAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>When each customer's alert came, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyDictionary<string, long> Received => _received;

    /// <summary>Requests in all.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task TakeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
                _received.TryAdd(body.RootElement.GetProperty("data").GetProperty("customer").GetString()!, Stopwatch.GetTimestamp());
                Interlocked.Increment(ref _requests);
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                // The run has ended.
                return;
            }
        }
    }
}
