using System.Text.Json;
using CxGrains.Host.Tests.Processes;
using Xunit.Abstractions;

namespace CxGrains.Host.Tests.Delivery;

/// <summary>Each alert reaches its receiver, once by its id, however often the Host is killed in the middle of delivering.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class KilledDeliveryTests(ITestOutputHelper output)
{
    private const int Kills = 6;
    private const int CustomersBetweenKills = 40;
    private const int Customers = Kills * CustomersBetweenKills;

    // A customer seen on one day only turns high after 250 days; here that was a minute ago, which is news.
    private static readonly TimeSpan Silence = TimeSpan.FromDays(250) + TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Alerts_arrive_exactly_once_by_id_though_the_host_is_killed()
    {
        using var receiver = new HookReceiver();
        receiver.Start();
        var settings = new Dictionary<string, string> { ["Embedded__CheckpointSeconds"] = "1", ["Delivery__AllowedNetworks__0"] = "127.0.0.0/8" };
        await using var host = await HostProcess.StartNewAsync(settings: settings);
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.DefineAsync("destinations/hook", new { kind = "webhook", url = receiver.Url });

        var random = new Random(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            await SendAsync(api, kill * CustomersBetweenKills);
            var received = receiver.Requests.Count;
            var more = random.Next(1, CustomersBetweenKills / 2);
            await Until.TrueAsync(() => Task.FromResult(receiver.Requests.Count >= received + more), () => $"{more} more messages; {receiver.Requests.Count} came; {receiver.Fault}");
            await host.KillAsync();
            await host.StartAsync();
        }

        JsonElement waiting = default;
        await Until.TrueAsync(
            async () => (waiting = await api.ViewAsync("destinations/hook/deliveries?state=waiting")).At("deliveries").GetArrayLength() == 0, () => $"nothing waits: {waiting}; {receiver.Fault}");
        Assert.Equal(0, (await api.ViewAsync("destinations/hook")).Count("waiting"));

        output.WriteLine($"{receiver.Requests.Count} requests of {Customers} alerts, {Kills} kills");
        var alerts = receiver.Requests.GroupBy(request => request.Alert).ToList();
        Assert.Equal(Customers, alerts.Count);
        Assert.All(alerts, alert => Assert.Single(alert.Select(request => request.Message).Distinct()));
        Assert.Equal(Customers, receiver.Requests.Select(request => request.Message).Distinct().Count());
        Assert.InRange(receiver.Requests.Count, Customers, Customers + Kills);
    }

    private static async Task SendAsync(Api api, int first)
    {
        var at = (TimeProvider.System.GetUtcNow() - Silence).ToUnixTimeMilliseconds();
        var lines = Enumerable.Range(first, CustomersBetweenKills).Select(i => $$"""{"id":"i{{i}}","customer":"c{{i}}","type":"visit","at":{{at}}}""");
        Assert.Equal(202, (await api.SendAsync($"[{string.Join(',', lines)}]")).Status);
    }
}
