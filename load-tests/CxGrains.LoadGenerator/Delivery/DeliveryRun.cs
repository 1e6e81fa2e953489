using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using CxGrains.LoadGenerator.Hosting;
using CxGrains.LoadGenerator.Live;
using CxGrains.LoadGenerator.Sending;

namespace CxGrains.LoadGenerator.Delivery;

/// <summary>Measures how long it takes from sending an event that raises an alert until its webhook has arrived, while other events come at an even rate.</summary>
/// <param name="hostPath">The Host.</param>
/// <param name="work">The directory below which data lies.</param>
internal sealed class DeliveryRun(string hostPath, string work)
{
    /// <summary>Events a second.</summary>
    public const int EventsPerSecond = 1_000;

    /// <summary>Of them, how many raise an alert.</summary>
    public const int AlertsPerSecond = 10;

    private const int EventsPerTurn = EventsPerSecond / AlertsPerSecond;
    private const int Customers = 20_000;

    private static readonly Dictionary<string, string> Settings = new() { ["Delivery__AllowedNetworks__0"] = "127.0.0.0/8" };

    private static readonly TimeSpan ArrivesWithin = TimeSpan.FromSeconds(60);

    // A customer seen on one day only turns high after 250 days; that this was half a minute ago is news.
    private static readonly TimeSpan Silence = TimeSpan.FromDays(250) + TimeSpan.FromSeconds(30);

    /// <summary>Runs for some seconds; gives the delays and how many requests the receiver had.</summary>
    public async Task<(DelayFigures Delays, int Requests)> RunAsync(int seconds, CancellationToken cancellationToken)
    {
        using var folder = WorkFolder.Create(work);
        using var receiver = new HookReceiver(FreePort());
        await using var host = await HostProcess.StartAsync(hostPath, folder.FullPath, Settings, cancellationToken);
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", host.Key);
        using var defined = await http.PutAsJsonAsync(new Uri("/api/v1/destinations/hook", UriKind.Relative), new { kind = "webhook", url = receiver.Url }, cancellationToken);
        defined.EnsureSuccessStatusCode();

        var sent = new Dictionary<string, long>(StringComparer.Ordinal);
        var pace = new Pace(TimeSpan.FromSeconds(1.0 / AlertsPerSecond));
        var sending = new List<Task>();
        for (var turn = 0; turn < seconds * AlertsPerSecond; turn++)
        {
            await pace.WaitForAsync(turn, cancellationToken);
            sent[$"quiet-{turn}"] = Stopwatch.GetTimestamp();
            sending.Add(SendAsync(http, turn, cancellationToken));
        }

        await Task.WhenAll(sending);
        var ended = Stopwatch.GetTimestamp();
        while (receiver.Received.Count < sent.Count && Stopwatch.GetElapsedTime(ended) < ArrivesWithin)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        if (receiver.Received.Count < sent.Count)
        {
            throw new LoadException($"{sent.Count - receiver.Received.Count} of {sent.Count} alerts did not arrive within {ArrivesWithin.TotalSeconds} s.");
        }

        return (DelayFigures.Of([.. sent.Select(pair => Stopwatch.GetElapsedTime(pair.Value, receiver.Received[pair.Key]).TotalMilliseconds)]), receiver.Requests);
    }

    private static async Task SendAsync(HttpClient http, int turn, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("[");
        for (var i = 1; i < EventsPerTurn; i++)
        {
            var number = (turn * EventsPerTurn) + i;
            text.Append(CultureInfo.InvariantCulture, $$"""{"id":"e{{number}}","customer":"c{{number * 7919 % Customers}}","type":"visit","channel":"web"},""");
        }

        var at = (TimeProvider.System.GetUtcNow() - Silence).ToUnixTimeMilliseconds();
        text.Append(CultureInfo.InvariantCulture, $$"""{"id":"q{{turn}}","customer":"quiet-{{turn}}","type":"visit","at":{{at}}}]""");
        using var body = new StringContent(text.ToString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/v1/interactions", UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
