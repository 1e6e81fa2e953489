using System.Diagnostics;
using System.Globalization;
using CxGrains.Tests.Postgres;

namespace CxGrains.ClusterLoad.Chaos;

/// <summary>
/// Three silo processes with PostgreSQL on one machine; a client sends for two minutes, while silos are killed, stopped for a minute
/// and asked to end, and the database is stopped hard. Afterwards everything acknowledged must be counted once, and each alert raised once.
/// </summary>
internal sealed class ChaosRun : IAsyncDisposable
{
    private const string Key = "chaos-admin-key-0123456789";
    private const int Silos = 3;
    private const int QuietCustomers = 40;

    private readonly List<SiloProcess> _silos = [];
    private readonly ChaosLoad _load = new();
    private readonly List<string> _report = [];
    private PostgresServer? _postgres;
    private ChaosClient? _client;
    private volatile bool _isOver;

    /// <summary>Runs it; says whether all was well.</summary>
    public async Task<bool> RunAsync()
    {
        _postgres = await PostgresServer.StartAsync();
        var connectionString = await _postgres.CreateDatabaseAsync();
        _silos.AddRange(Enumerable.Range(0, Silos).Select(number => new SiloProcess(number, connectionString, Key)));
        _client = new ChaosClient(_silos, Key);
        _silos.ForEach(silo => silo.Start());
        foreach (var silo in _silos)
        {
            await ReadyAsync(silo, TimeSpan.FromMinutes(1));
        }

        await _client.PutAsync("/api/v1/segments/buyers", """{"name":"Buyers","rule":{"field":"purchases.count","op":"ge","value":1}}""");
        await _client.PutAsync("/api/v1/segments/detractors", """{"name":"Detractors","rule":{"field":"nps.score","op":"le","value":6}}""");
        await SendQuietCustomersAsync();
        var sending = SendAsync();
        await BreakAsync();
        _isOver = true;
        await sending;
        return await CompareAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _silos.ForEach(silo => silo.Dispose());
        _client?.Dispose();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }

    // A customer seen once turns high risk 250 days later: these do so while silos die.
    private async Task SendQuietCustomersAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var lines = Enumerable.Range(0, QuietCustomers).Select(i =>
        {
            var at = now.AddDays(-250).AddSeconds(10 + (3 * i)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            return $$"""{"id":"q{{i}}","customer":"quiet{{i}}","type":"visit","at":"{{at}}"}""";
        });
        await _client!.SendAsync(string.Join('\n', lines), QuietCustomers);
    }

    private async Task SendAsync()
    {
        while (!_isOver)
        {
            var (ndjson, lines) = _load.Next();
            await _client!.SendAsync(ndjson, lines);
            await Task.Delay(5);
        }
    }

    private async Task BreakAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        await MeasureAsync("kill -9 of one silo", async () =>
        {
            await _silos[0].SignalAsync("KILL");
            await _silos[0].EndedAsync();
        });
        _silos[0].Start();
        await ReadyAsync(_silos[0], TimeSpan.FromMinutes(1));

        await MeasureAsync("SIGSTOP of one silo", () => _silos[1].SignalAsync("STOP"));
        await Task.Delay(TimeSpan.FromSeconds(60));
        await _silos[1].SignalAsync("CONT");
        await Task.WhenAny(_silos[1].EndedAsync(), Task.Delay(TimeSpan.FromSeconds(30)));
        _report.Add($"after SIGCONT the stopped silo {(_silos[1].IsAlive ? "went on" : "ended itself, as it was declared dead")}");
        if (!_silos[1].IsAlive)
        {
            _silos[1].Start();
        }

        await ReadyAsync(_silos[1], TimeSpan.FromMinutes(1));
        await MeasureAsync("SIGTERM of one silo", async () =>
        {
            await _silos[2].SignalAsync("TERM");
            await _silos[2].EndedAsync();
        });
        _silos[2].Start();
        await ReadyAsync(_silos[2], TimeSpan.FromMinutes(1));

        await MeasureAsync("PostgreSQL stopped hard and started again", async () =>
        {
            await _postgres!.StopAsync(immediate: true);
            await _postgres.StartAgainAsync();
        });
    }

    // How long until what is sent is accepted and applied again, everywhere.
    private async Task MeasureAsync(string what, Func<Task> breakIt)
    {
        _client!.ForgetSilence();
        var watch = Stopwatch.StartNew();
        await breakIt();
        var broken = watch.Elapsed;
        await Task.Delay(TimeSpan.FromSeconds(1));
        var (before, sent) = (0L, _load.Acknowledged);
        while (before < sent)
        {
            before = (await _client.GetAsync("/api/v1/workspace")).GetProperty("interactions").GetInt64();
            await Task.Delay(100);
        }

        _report.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: done after {broken.TotalSeconds:F1} s; accepted and applied again after {watch.Elapsed.TotalSeconds:F1} s; longest wait of a sender {_client.LongestSilence.TotalSeconds:F1} s"));
        Console.WriteLine(_report[^1]);
    }

    private async Task ReadyAsync(SiloProcess silo, TimeSpan atMost)
    {
        var watch = Stopwatch.StartNew();
        while (!await _client!.IsReadyAsync(silo))
        {
            if (watch.Elapsed > atMost)
            {
                throw new TimeoutException($"A silo is not ready after {atMost}:\n{string.Join('\n', silo.Output.ToArray())}");
            }

            await Task.Delay(200);
        }
    }

    private async Task<bool> CompareAsync()
    {
        var watch = Stopwatch.StartNew();
        var differences = await _load.DifferencesAsync(_client!);
        while (differences.Count > 0 && watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(500);
            differences = await _load.DifferencesAsync(_client!);
        }

        while (watch.Elapsed < TimeSpan.FromSeconds(60) && await OpenAlertsAsync() < QuietCustomers)
        {
            await Task.Delay(1000);
        }

        var alerts = await OpenAlertsAsync();
        Console.WriteLine($"{_load.Acknowledged} interactions acknowledged, {_client!.Resent} requests sent again, {differences.Count} differences, {alerts} alerts of {QuietCustomers} customers");
        differences.Take(20).ToList().ForEach(Console.WriteLine);
        return differences.Count == 0 && alerts == QuietCustomers;
    }

    private async Task<int> OpenAlertsAsync()
    {
        var alerts = (await _client!.GetAsync("/api/v1/alerts?state=open&limit=200")).GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("customer").GetString()).ToList();
        return alerts.Count == alerts.Distinct().Count() ? alerts.Count : -alerts.Count;
    }
}
