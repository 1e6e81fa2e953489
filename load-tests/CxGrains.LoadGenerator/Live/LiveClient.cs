using System.Buffers;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using CxGrains.LoadGenerator.Hosting;

namespace CxGrains.LoadGenerator.Live;

/// <summary>A dashboard without a page: it reads live topics over a WebSocket, as a browser would.</summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private const int ReadBytes = 64 * 1024;
    private const int MessageBytesMax = 16 * 1024 * 1024;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly Action<TopicMessage> _received;
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _running = Task.CompletedTask;

    private LiveClient(Action<TopicMessage> received) => _received = received;

    /// <summary>Connects and subscribes to topics.</summary>
    /// <param name="host">The Host.</param>
    /// <param name="topics">The topics.</param>
    /// <param name="received">Takes each message, one at a time.</param>
    /// <param name="cancellationToken">Gives up connecting.</param>
    public static async Task<LiveClient> ConnectAsync(HostProcess host, IEnumerable<string> topics, Action<TopicMessage> received, CancellationToken cancellationToken)
    {
        var client = new LiveClient(received);
        try
        {
            var token = await NegotiateAsync(host, cancellationToken);
            var address = new UriBuilder(host.Address) { Scheme = "ws", Path = "/hubs/live", Query = $"id={Uri.EscapeDataString(token)}&access_token={host.Key}" };
            await client._socket.ConnectAsync(address.Uri, cancellationToken);
            await client.SendAsync(HubFrame.Handshake, cancellationToken);
            client._running = Task.WhenAll(client.ReadAsync(), client.PingAsync());
            foreach (var topic in topics)
            {
                await client.SendAsync(HubFrame.Subscribe(topic), cancellationToken);
            }

            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Throws what ended the connection, where something did.</summary>
    public async Task CheckAsync()
    {
        if (_running.IsCompleted)
        {
            await _running;
            throw new LoadException("The live connection was closed by the Host.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _socket.Abort();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _ended.Dispose();
    }

    private static async Task<string> NegotiateAsync(HostProcess host, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Key);
        using var response = await http.PostAsync(new Uri("/hubs/live/negotiate?negotiateVersion=1", UriKind.Relative), null, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("connectionToken").GetString()!;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        // A WebSocket takes one message at a time.
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(PingEvery);
        while (await timer.WaitForNextTickAsync(_ended.Token))
        {
            await SendAsync(HubFrame.Ping, _ended.Token);
        }
    }

    private async Task ReadAsync()
    {
        var bytes = new ArrayBufferWriter<byte>(ReadBytes);
        while (true)
        {
            var read = await _socket.ReceiveAsync(bytes.GetMemory(ReadBytes), _ended.Token);
            var arrivedAt = Stopwatch.GetTimestamp();
            if (read.MessageType == WebSocketMessageType.Close)
            {
                throw new LoadException($"The Host closed the live connection: {_socket.CloseStatusDescription}");
            }

            bytes.Advance(read.Count);
            Take(bytes, arrivedAt);
            if (bytes.WrittenCount > MessageBytesMax)
            {
                throw new LoadException($"A live message has more than {MessageBytesMax} bytes.");
            }
        }
    }

    // Messages of the hub and of the WebSocket have nothing to do with each other: only the separator tells where one ends.
    private void Take(ArrayBufferWriter<byte> bytes, long arrivedAt)
    {
        var rest = bytes.WrittenSpan;
        for (int end; (end = rest.IndexOf(HubFrame.End)) >= 0; rest = rest[(end + 1)..])
        {
            var reader = new Utf8JsonReader(rest[..end]);
            Take(JsonElement.ParseValue(ref reader), arrivedAt);
        }

        if (rest.Length < bytes.WrittenCount)
        {
            var unfinished = rest.ToArray();
            bytes.ResetWrittenCount();
            bytes.Write(unfinished);
        }
    }

    private void Take(JsonElement frame, long arrivedAt)
    {
        if (frame.TryGetProperty("error", out var error))
        {
            throw new LoadException($"The live hub answered: {error.GetString()}");
        }

        if (!frame.TryGetProperty("type", out var type) || type.GetInt32() != HubFrame.Invocation)
        {
            return;
        }

        var message = frame.GetProperty("arguments")[0];
        var changes = message.TryGetProperty("patch", out var patch) ? patch : message.GetProperty("state");
        _received(new TopicMessage(message.GetProperty("topic").GetString()!, changes, arrivedAt));
    }
}
