using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CxGrains.Host.Tests.Processes;

namespace CxGrains.Host.Tests.Kills;

/// <summary>
/// Sends batches over a connection of its own and sends each again, with the same ids, until it is acknowledged.
/// </summary>
internal sealed class Sender : IDisposable
{
    private const int BatchEvents = 25;

    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(25);

    private readonly EventStream _stream;
    private readonly HttpClient _client;
    private readonly List<SentEvent> _acknowledged = [];
    private int _begun;
    private int _repeated;

    /// <summary>A sender of a stream's events.</summary>
    public Sender(string url, EventStream stream)
    {
        _stream = stream;
        _client = new HttpClient { BaseAddress = new Uri(url), Timeout = Until.Deadline };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HostProcess.AdminKey);
    }

    /// <summary>Requests begun.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>Requests that broke off after they may have reached the Host.</summary>
    public int Repeated => Volatile.Read(ref _repeated);

    /// <summary>Every event that was acknowledged. To be read when <see cref="RunAsync"/> has ended.</summary>
    public IReadOnlyList<SentEvent> Acknowledged => _acknowledged;

    /// <summary>Sends until told that it is enough; then all it ever sent is acknowledged.</summary>
    public async Task RunAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var batch = Enumerable.Range(0, BatchEvents).Select(_ => _stream.Next()).ToList();
            var body = string.Join('\n', batch.Select(item => item.ToJson()));
            using var deadline = new CancellationTokenSource(Until.Deadline);
            using var timer = new PeriodicTimer(AgainAfter);
            while (!await IsAcknowledgedAsync(body, deadline.Token))
            {
                await timer.WaitForNextTickAsync(deadline.Token);
            }

            _acknowledged.AddRange(batch);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<bool> IsAcknowledgedAsync(string body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/x-ndjson");
        try
        {
            Interlocked.Increment(ref _begun);
            using var response = await _client.PostAsync(new Uri("api/v1/interactions", UriKind.Relative), content, cancellationToken);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
            {
                return false;
            }

            Assert.True(response.StatusCode == HttpStatusCode.Accepted && answer.Count("accepted") == BatchEvents, $"{response.StatusCode}: {answer}");
            return true;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            // Where no connection was made nothing was sent; otherwise nobody knows whether the batch became durable.
            if (broken is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
            {
                Interlocked.Increment(ref _repeated);
            }

            return false;
        }
    }
}
