using CxGrains.Abstractions.Ingest;
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

        // The worker stands still with the first batch in its hands, so that all that is taken waits.
        var hold = await HoldAsync(runtime, () => client.AppendAsync(Batch(0)));
        for (var i = 1; i < WaitingMax / BatchLines; i++)
        {
            await client.AppendAsync(Batch(i));
        }

        var busy = await Assert.ThrowsAsync<BusyException>(() => client.AppendAsync(Batch(99)));
        Assert.Contains("10000", busy.Message, StringComparison.Ordinal);
        Assert.True(busy.RetryAfterSeconds >= 1);

        await hold.DisposeAsync();
        await runtime.SaveAsync();
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

    [ScenarioFact]
    public async Task Past_the_bound_of_customers_new_ones_are_refused_line_by_line_and_known_ones_served()
    {
        const int Max = 1_000;
        var runtime = await StartAsync(new RuntimeSize { CustomersMax = Max });
        var client = new Client(runtime);
        await client.SendAsync(Enumerable.Range(0, Max).Select(i => Lines.Visit($"i{i}", $"c{i}", Lines.Noon)));

        string[] mixed = [Lines.Visit("n1", "new", Lines.Noon), Lines.Visit("k1", "c1", Lines.Noon), Lines.Visit("n2", "newer", Lines.Noon)];
        var refused = await Assert.ThrowsAsync<LinesRefusedException>(() => client.AppendAsync(mixed));
        Assert.Equal([0, 2], refused.Lines);
        Assert.Contains("1000 (CustomersMax)", refused.Message, StringComparison.Ordinal);

        await client.SendAsync(mixed[1]);
        var view = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((Max, Max + 1), (view.Customers, view.Interactions));
    }

    [ScenarioFact]
    public async Task Large_interactions_are_bounded_by_their_bytes()
    {
        var lines = Enumerable.Range(0, 10).Select(i => Lines.Of($"i{i}", "ada", "visit", Lines.Noon, $"\"more\":\"{new string('x', 10_000)}\"")).ToList();
        var runtime = await StartAsync(new RuntimeSize { WaitingBytesMax = 64 * 1024 });
        var client = new Client(runtime);

        var busy = await Assert.ThrowsAsync<BusyException>(() => client.AppendAsync(lines));
        Assert.Contains("65536 bytes", busy.Message, StringComparison.Ordinal);

        foreach (var line in lines)
        {
            await client.SendAsync(line);
        }

        await CrashAndStartAsync(runtime);
        await client.SendAsync(lines.Take(6).ToArray());
        Assert.Equal(10, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Interactions);
    }

    /// <summary>Lets the worker of a runtime with one partition stand still, with a batch in its hands, until disposed of.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="sendAsync">Sends the batch.</param>
    protected abstract Task<IAsyncDisposable> HoldAsync(IRuntimeUnderTest runtime, Func<Task> sendAsync);

    private static string[] Batch(int number) => [.. Enumerable.Range(0, BatchLines).Select(i => Lines.Visit($"b{number}-{i}", $"c{i}", Lines.Noon))];
}
