using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CxGrains.Web.Tests.Support;

/// <summary>A client of the live hub that speaks its JSON protocol over a plain WebSocket.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _received = new();
    private readonly StringBuilder _partial = new();
    private int _invocations;

    private HubClient()
    {
    }

    public static async Task<HubClient> ConnectAsync(WebServer server, string key, Action<ClientWebSocketOptions>? change = null)
    {
        var client = new HubClient();
        var uri = new UriBuilder(server.Http.BaseAddress!) { Scheme = "ws", Path = "/hubs/live", Query = key.Length == 0 ? "" : $"access_token={key}" }.Uri;
        change?.Invoke(client._socket.Options);
        await client._socket.ConnectAsync(uri, CancellationToken.None);
        await client.WriteAsync("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", (await client.ReadAsync()).GetRawText());
        return client;
    }

    /// <summary>Calls the server and waits for its answer; gives the error it was answered with.</summary>
    public async Task<string?> InvokeAsync(string method, params object?[] arguments)
    {
        var id = $"{++_invocations}";
        await WriteAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        var passed = new List<JsonElement>();
        while (true)
        {
            var message = await ReadAsync();
            if (message.TryGetProperty("invocationId", out var answered) && answered.GetString() == id)
            {
                passed.ForEach(_received.Enqueue);
                return message.TryGetProperty("error", out var error) ? error.GetString() : null;
            }

            passed.Add(message);
        }
    }

    /// <summary>The next call from the server: the method and its one argument.</summary>
    public async Task<(string Method, JsonElement Argument)> NextAsync()
    {
        while (true)
        {
            var message = await ReadAsync();
            if (message.GetProperty("type").GetInt32() == 1)
            {
                return (message.GetProperty("target").GetString()!, message.GetProperty("arguments")[0]);
            }
        }
    }

    /// <summary>The error the server closed the connection with.</summary>
    public async Task<string?> ClosedAsync()
    {
        while (true)
        {
            var message = await ReadAsync();
            if (message.GetProperty("type").GetInt32() == 7)
            {
                return message.TryGetProperty("error", out var error) ? error.GetString() : null;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task WriteAsync(string json) => _socket.SendAsync(Encoding.UTF8.GetBytes(json + End), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<JsonElement> ReadAsync()
    {
        if (_received.TryDequeue(out var early))
        {
            return early;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[16 * 1024];
        while (!_partial.ToString().Contains(End))
        {
            var result = await _socket.ReceiveAsync(buffer, patience.Token);
            Assert.NotEqual(WebSocketMessageType.Close, result.MessageType);
            _partial.Append(Encoding.UTF8.GetString(buffer, 0, result.Count));
        }

        var text = _partial.ToString();
        var end = text.IndexOf(End, StringComparison.Ordinal);
        _partial.Clear().Append(text[(end + 1)..]);
        return JsonElement.Parse(text[..end]);
    }
}
