using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CxGrains.LoadGenerator.Hosting;

namespace CxGrains.LoadGenerator.Sending;

/// <summary>Speaks to a Host over kept connections. Safe for concurrent use.</summary>
internal sealed class IngestClient : IDisposable
{
    private static readonly Uri Interactions = new("/api/v1/interactions", UriKind.Relative);
    private static readonly Uri AppliedInteractions = new("/api/v1/interactions?wait=applied", UriKind.Relative);
    private static readonly Uri Workspace = new("/api/v1/workspace", UriKind.Relative);
    private static readonly MediaTypeHeaderValue Ndjson = new("application/x-ndjson");
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(2);

    private readonly HttpClient _http;
    private long _refusals;
    private long _refusedTicks;

    /// <summary>A client of a Host.</summary>
    public IngestClient(HostProcess host, int connections)
    {
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false };
        _http = new HttpClient(handler) { BaseAddress = host.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Key);
    }

    /// <summary>Requests that were refused for lack of room and sent again.</summary>
    public int Refusals => (int)Interlocked.Read(ref _refusals);

    /// <summary>How long all senders together waited as refusals asked.</summary>
    public TimeSpan RefusedFor => TimeSpan.FromTicks(Interlocked.Read(ref _refusedTicks));

    /// <summary>Sends a body until it is taken.</summary>
    /// <param name="body">NDJSON.</param>
    /// <param name="events">How many interactions it holds; all must be accepted.</param>
    /// <param name="untilApplied">Whether to wait until their effect is in all views.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LoadException">The Host did not accept all of it.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> body, int events, bool untilApplied, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Ndjson } };
            using var response = await _http.PostAsync(untilApplied ? AppliedInteractions : Interactions, content, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                await CheckAsync(response, events, cancellationToken);
                return;
            }

            await WaitAsAskedAsync(response, cancellationToken);
        }
    }

    /// <summary>Puts a definition.</summary>
    /// <exception cref="LoadException">The Host refused it.</exception>
    public async Task PutAsync(Uri address, string json, CancellationToken cancellationToken)
    {
        using var content = new StringContent(json, null, "application/json");
        using var response = await _http.PutAsync(address, content, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new LoadException($"The Host answered {(int)response.StatusCode} to {address}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }

    /// <summary>Interactions counted in the workspace.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var view = await _http.GetFromJsonAsync<JsonElement>(Workspace, cancellationToken);
        return view.GetProperty("interactions").GetInt64();
    }

    /// <summary>Waits until the workspace counts as many interactions as were sent.</summary>
    /// <exception cref="LoadException">It counts more, or does not get there.</exception>
    public async Task WaitForCountAsync(long expected, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        long counted;
        while ((counted = await CountAsync(cancellationToken)) != expected)
        {
            if (counted > expected || Stopwatch.GetElapsedTime(started) > patience)
            {
                throw new LoadException($"The workspace counts {counted} interactions where {expected} were accepted: {(counted > expected ? "some were counted twice" : "some are missing")}.");
            }

            await Task.Delay(PollEvery, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task CheckAsync(HttpResponseMessage response, int events, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            if (answer.GetProperty("accepted").GetInt32() == events)
            {
                return;
            }
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        throw new LoadException($"The Host answered {(int)response.StatusCode} to {events} interactions: {text}");
    }

    private async Task WaitAsAskedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var delay = response.Headers.RetryAfter?.Delta ?? throw new LoadException("The Host answered 429 without a Retry-After in seconds.");
        Interlocked.Increment(ref _refusals);
        Interlocked.Add(ref _refusedTicks, delay.Ticks);
        await Task.Delay(delay, cancellationToken);
    }
}
