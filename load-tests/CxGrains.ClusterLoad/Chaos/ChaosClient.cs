using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CxGrains.ClusterLoad.Chaos;

/// <summary>Sends numbered interactions to whichever silo answers, each batch again until one accepted it, and notes what was acknowledged.</summary>
internal sealed class ChaosClient : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly IReadOnlyList<SiloProcess> _silos;
    private int _next;

    /// <summary>A client of these silos.</summary>
    public ChaosClient(IReadOnlyList<SiloProcess> silos, string key)
    {
        _silos = silos;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>The longest time between two batches that were acknowledged, since it was last asked.</summary>
    public TimeSpan LongestSilence { get; private set; }

    /// <summary>Requests that failed and were sent again.</summary>
    public int Resent { get; private set; }

    /// <summary>Forgets the longest silence.</summary>
    public void ForgetSilence() => LongestSilence = TimeSpan.Zero;

    /// <summary>Sends a batch until it is accepted.</summary>
    public async Task SendAsync(string ndjson, int lines)
    {
        var watch = Stopwatch.StartNew();
        while (!await TrySendAsync(ndjson, lines))
        {
            Resent++;
            await Task.Delay(50);
        }

        LongestSilence = watch.Elapsed > LongestSilence ? watch.Elapsed : LongestSilence;
    }

    /// <summary>Asks whichever silo answers.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await _http.GetFromJsonAsync<JsonElement>(new Uri(Url(), path));
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException && tries < 200)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Defines a segment.</summary>
    public async Task PutAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PutAsync(new Uri(Url(), path), content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Whether a silo is ready.</summary>
    public async Task<bool> IsReadyAsync(SiloProcess silo)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(silo.Url, "/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Uri Url() => _silos[_next++ % _silos.Count].Url;

    private async Task<bool> TrySendAsync(string ndjson, int lines)
    {
        try
        {
            using var content = new StringContent(ndjson, Encoding.UTF8, "application/x-ndjson");
            using var answer = await _http.PostAsync(new Uri(Url(), "/api/v1/interactions"), content);
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }

            var accepted = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accepted").GetInt32();
            return accepted == lines ? true : throw new InvalidOperationException($"{accepted} of {lines} were accepted: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or JsonException or IOException)
        {
            return false;
        }
    }
}
