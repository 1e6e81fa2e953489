using System.Diagnostics;
using System.Text.Json;
using CxGrains.Host.Tests.Processes;
using Xunit.Abstractions;

namespace CxGrains.Host.Tests.Kills;

/// <summary>What was acknowledged has its effect exactly once, however often the Host is killed meanwhile.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>The survey that the events answer.</summary>
    internal const string Survey = "kill";

    private const int Seed = 20_260;
    private const int Kills = 20;
    private const int Senders = 4;
    private const int RequestsBetweenKillsMin = 10;
    private const int RequestsBetweenKillsMax = 160;
    private const int JitterMsMax = 20;

    private const int TimelineMax = 50;

    // Of the kills, one in so many also hits the Host while it recovers.
    private const int RecoveryKillEvery = 4;
    private const int RecoveryMsMax = 600;

    private static readonly string[] Channels = ["web", "mobile", "store"];

    [Fact]
    public async Task Acknowledged_events_count_exactly_once_after_twenty_kills()
    {
        // Checkpoints as often as can be, so that kills fall before, into and behind them.
        await using var host = await HostProcess.StartNewAsync(settings: new Dictionary<string, string> { ["Embedded__CheckpointSeconds"] = "1" });
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.DefineAsync($"surveys/{Survey}", new { id = Survey, metric = "nps" });
        await api.DefineAsync("segments/pro", new { id = "pro", rule = new { field = "trait.plan", op = "eq", value = "pro" } });
        await api.DefineAsync("segments/detractors", new { id = "detractors", rule = new { field = "nps.category", op = "eq", value = "detractor" } });
        var firstMs = TimeProvider.System.GetUtcNow().AddDays(-20).ToUnixTimeMilliseconds();
        var senders = Enumerable.Range(0, Senders).Select(number => new Sender(host.Url, new EventStream(number, Senders, Seed, firstMs))).ToList();

        await SendWhileKillingAsync(host, senders);

        var recount = new Recount(senders.SelectMany(sender => sender.Acknowledged));
        senders.ForEach(sender => sender.Dispose());
        await CompareCustomersAsync(api, recount);
        await CompareSurveyAsync(api, recount);
        await CompareSegmentsAsync(api, recount);
        await CompareWorkspaceAsync(api, recount);
    }

    private async Task SendWhileKillingAsync(HostProcess host, List<Sender> senders)
    {
        var started = Stopwatch.GetTimestamp();
        var random = new Random(Seed);
        using var enough = new CancellationTokenSource();
        var sending = senders.ConvertAll(sender => Task.Run(() => sender.RunAsync(enough.Token)));
        for (var kill = 1; kill <= Kills; kill++)
        {
            var next = senders.Sum(sender => sender.Begun) + random.Next(RequestsBetweenKillsMin, RequestsBetweenKillsMax);
            await Until.TrueAsync(() => senders.Sum(sender => sender.Begun) >= next || sending.Exists(task => task.IsFaulted), "requests go on");

            // The moment is what is random here; nothing is waited for.
            await Task.Delay(random.Next(JitterMsMax));
            await host.KillAsync();
            if (kill % RecoveryKillEvery == 0)
            {
                host.Launch();
                await Task.Delay(random.Next(RecoveryMsMax));
                await host.KillAsync();
            }

            await host.StartAsync();
        }

        await enough.CancelAsync();
        await Task.WhenAll(sending);
        output.WriteLine(
            $"seed {Seed}: {Kills} kills and {Kills / RecoveryKillEvery} during recovery within {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s; "
            + $"{senders.Sum(sender => sender.Acknowledged.Count):N0} events acknowledged, {senders.Sum(sender => sender.Repeated)} requests broke off and were sent again");
        Assert.True(senders.Sum(sender => sender.Repeated) > 0, "no request was hit: nothing was tested");
    }

    private static async Task CompareCustomersAsync(Api api, Recount recount)
    {
        foreach (var customer in recount.ByCustomer)
        {
            var view = await api.ViewAsync($"customers/{customer.Key}");
            Assert.Equal(customer.Count(), view.Count("interactions"));
            Assert.Equal(Recount.Purchases(customer), view.Count("purchases.count"));
            Assert.Equal(Recount.Total(customer), view.At("purchases.total").GetDecimal());
            Assert.Equal(Recount.Total(customer), view.At("purchases.byCurrency.EUR").GetDecimal());
            Assert.All(Channels, channel => Assert.Equal(customer.Count(item => item.Channel == channel), view.Count($"channels.{channel}")));
            Assert.Equal(Recount.PlanOf(customer), view.At("traits.plan").GetString());
            var latest = recount.LatestAnswers.Single(answer => answer.Customer == customer.Key);
            Assert.Equal(latest.Score, view.At("answers")[0].Count("score"));
            Assert.Equal(
                customer.Where(item => item.Type != "identify").Select(item => item.AtMs).OrderDescending().Take(TimelineMax),
                view.At("timeline").EnumerateArray().Select(entry => entry.At("at").GetDateTimeOffset().ToUnixTimeMilliseconds()));
        }
    }

    private static async Task CompareSurveyAsync(Api api, Recount recount)
    {
        var view = await api.ViewAsync($"surveys/{Survey}?window=90d");
        var answers = recount.Answers.ToList();
        Assert.Equal(answers.Count, view.Count("responses"));
        Assert.Equal(answers.Count, view.Count("responsesAllTime"));
        Assert.All(Enumerable.Range(0, 11), score => Assert.Equal(answers.Count(answer => answer.Score == score), view.Count($"histogram.{score}")));
        AssertNps(view, answers);
        var channels = view.At("channels").EnumerateArray().ToDictionary(row => row.At("name").GetString()!, row => row.Count("responses"));
        Assert.All(Channels, channel => Assert.Equal(answers.Count(answer => answer.Channel == channel), channels[channel]));
    }

    private static async Task CompareSegmentsAsync(Api api, Recount recount)
    {
        var detractors = recount.LatestAnswers.Where(answer => answer.Score <= 6).Select(answer => answer.Customer).ToHashSet();
        foreach (var (segment, members) in new[] { ("pro", recount.CustomersOn("pro")), ("detractors", detractors) })
        {
            var view = await api.ViewAsync($"segments/{segment}");
            var events = members.SelectMany(member => recount.ByCustomer[member]).ToList();
            Assert.Equal(members.Count, view.Count("members"));
            Assert.Equal(Recount.Purchases(events), view.Count("purchases.count"));
            Assert.Equal(Recount.Total(events), view.At("purchases.total").GetDecimal());
            AssertNps(view, recount.LatestAnswers.Where(answer => members.Contains(answer.Customer)));
            var listed = await api.ViewAsync($"customers?segment={segment}&limit=500");
            Assert.Equal(members.Order(), listed.At("customers").EnumerateArray().Select(row => row.At("id").GetString()!).Order());
        }
    }

    private static async Task CompareWorkspaceAsync(Api api, Recount recount)
    {
        var view = await api.ViewAsync("workspace");
        Assert.Equal(recount.ByCustomer.Count, view.Count("customers"));
        Assert.Equal(recount.All.Count(), view.Count("interactions"));
        Assert.Equal(Recount.Purchases(recount.All), view.Count("purchases.count"));
        Assert.Equal(Recount.Total(recount.All), view.At("purchases.total").GetDecimal());
        AssertNps(view, recount.LatestAnswers);
    }

    private static void AssertNps(JsonElement view, IEnumerable<SentEvent> answers) => Assert.Equal(
        Recount.Categories(answers), ((int)view.Count("nps.promoters"), (int)view.Count("nps.passives"), (int)view.Count("nps.detractors")));
}
