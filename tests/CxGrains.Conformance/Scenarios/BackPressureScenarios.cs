using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Live;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Past its bound a runtime refuses, and what it took it keeps.</summary>
public abstract class BackPressureScenarios : RuntimeScenarios
{
    private const int WaitingMax = 10_000;
    private const int BatchLines = 1_000;

    [ScenarioFact]
    public async Task Past_the_bound_senders_are_asked_to_wait_and_nothing_accepted_is_lost()
    {
        var runtime = await StartAsync(new RuntimeSize { PartitionsCount = 1, WaitingInteractionsMax = WaitingMax });
        var client = new Client(runtime);
        using var goOn = new ManualResetEventSlim();
        using var held = new SemaphoreSlim(0);
        var watch = await runtime.Live.WatchAsync(Client.Workspace, new Topic(TopicKind.Workspace, ""), () =>
        {
            held.Release();
            goOn.Wait();
        }, CancellationToken.None);

        // The worker stands still in the middle of the first batch, so that all that is taken waits.
        await client.AppendAsync(Batch(0));
        await held.WaitAsync();
        for (var i = 1; i < WaitingMax / BatchLines; i++)
        {
            await client.AppendAsync(Batch(i));
        }

        var busy = await Assert.ThrowsAsync<BusyException>(() => client.AppendAsync(Batch(99)));
        Assert.Contains("10000", busy.Message, StringComparison.Ordinal);
        Assert.True(busy.RetryAfterSeconds >= 1);

        watch.Dispose();
        goOn.Set();
        await runtime.SettleAsync();
        await client.SendAsync(Batch(99));

        var view = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal(WaitingMax + BatchLines, view.Interactions);
    }

    [ScenarioFact]
    public async Task What_was_refused_leaves_no_trace_and_takes_no_room()
    {
        var runtime = await StartAsync(new RuntimeSize { WaitingInteractionsMax = WaitingMax });
        var client = new Client(runtime);
        var tooMany = Enumerable.Range(0, 11).Select(Batch).SelectMany(lines => lines).ToList();

        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<BusyException>(() => client.AppendAsync(tooMany));
        }

        await client.SendAsync(Batch(0));
        await CrashAndStartAsync(runtime);
        Assert.Equal(BatchLines, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Interactions);
    }

    private static string[] Batch(int number) => [.. Enumerable.Range(0, BatchLines).Select(i => Lines.Visit($"b{number}-{i}", $"c{i}", Lines.Noon))];
}
