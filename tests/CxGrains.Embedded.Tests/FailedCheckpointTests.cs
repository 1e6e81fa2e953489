using CxGrains.Abstractions;
using CxGrains.Abstractions.Queries;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Embedded.Tests;

/// <summary>The table of list entries goes away for a while, so that a checkpoint with customers in it fails, and one without does not.</summary>
public sealed class FailedCheckpointTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_checkpoint_that_fails_while_the_runtime_stops_loses_nothing()
    {
        await using var runtime = await StartAsync();
        await SendAsync(runtime, "a", 50);
        Rename(runtime, "entry", "away");
        Begin(runtime);
        await runtime.StopAsync();

        Rename(runtime, "away", "entry");
        await runtime.StartAsync();
        Assert.Equal((50, 50, 50), await CountsOfAsync(runtime));
    }

    [Fact]
    public async Task What_a_failed_checkpoint_held_is_in_the_next_one()
    {
        await using var runtime = await StartAsync();
        await SendAsync(runtime, "a", 50);
        Rename(runtime, "entry", "away");
        Begin(runtime);
        await UntilAsync(runtime, () => runtime.Partitions[0].CheckpointFailure is not null);

        Rename(runtime, "away", "entry");
        await SendAsync(runtime, "b", 1);
        Begin(runtime);
        await UntilAsync(runtime, () => runtime.Partitions[0].CheckpointFailure is null);

        await runtime.CrashAsync();
        await runtime.StartAsync();
        Assert.Equal((51, 51, 51), await CountsOfAsync(runtime));
    }

    [Fact]
    public async Task While_checkpoints_fail_the_log_grows_to_its_bound_and_no_further()
    {
        const int Max = 1024 * 1024;
        await using var runtime = await StartAsync(options => (options.WaitingBytesMax, options.UnsavedLogBytesMax) = (Max, Max));
        Rename(runtime, "entry", "away");
        var sent = 0;
        var refused = await Record.ExceptionAsync(async () =>
        {
            for (; sent < 20; sent++)
            {
                await SendAsync(runtime, $"a{sent}", 5, new string('x', 20_000));
            }
        });

        Assert.Equal(11, sent);
        Assert.Contains($"{Max} bytes", Assert.IsType<UnavailableException>(refused).Message, StringComparison.Ordinal);
        Begin(runtime);
        await UntilAsync(runtime, () => runtime.Partitions[0].CheckpointFailure is not null);
        var told = await Assert.ThrowsAsync<UnavailableException>(() => SendAsync(runtime, "b", 1));
        Assert.Contains("failed: ", told.Message, StringComparison.Ordinal);

        Rename(runtime, "away", "entry");
        Begin(runtime);
        await UntilAsync(runtime, () => runtime.Partitions[0].CheckpointFailure is null);
        runtime.Clock.Tick();
        await SendAsync(runtime, "c", 1);
        Assert.Equal(56, (await CountsOfAsync(runtime)).Interactions);
    }

    private static async Task<EmbeddedRuntimeUnderTest> StartAsync(Action<EmbeddedOptions>? configure = null)
    {
        var runtime = new EmbeddedRuntimeUnderTest(
            new RuntimeSize { PartitionsCount = 1 }, new ManualTimeProvider(Lines.Noon), services => services.Configure(configure ?? (_ => { })));
        await runtime.StartAsync();
        return runtime;
    }

    private static Task SendAsync(EmbeddedRuntimeUnderTest runtime, string prefix, int count, string more = "") =>
        new Client(runtime).SendAsync(Enumerable.Range(0, count).Select(i => Lines.Of($"{prefix}{i}", $"{prefix}-customer-{i}", "visit", Lines.Noon, $"\"more\":\"{more}\"")));

    private static void Begin(EmbeddedRuntimeUnderTest runtime)
    {
        runtime.Clock.Advance(TimeSpan.FromSeconds(20));
        runtime.Clock.Tick();
    }

    private static async Task UntilAsync(EmbeddedRuntimeUnderTest runtime, Func<bool> holds)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!holds())
        {
            deadline.Token.ThrowIfCancellationRequested();
            runtime.Clock.Tick();
            await runtime.Partitions[0].AskAsync(_ => 0);
        }
    }

    private static void Rename(EmbeddedRuntimeUnderTest runtime, string from, string to)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(runtime.DataDirectory, "state.db")};Pooling=False");
        connection.Open();
        using var rename = connection.CreateCommand();
#pragma warning disable CA2100 // The names are this test's own.
        rename.CommandText = $"ALTER TABLE {from} RENAME TO {to}";
#pragma warning restore CA2100
        rename.ExecuteNonQuery();
    }

    private static async Task<(long Customers, long Interactions, long Listed)> CountsOfAsync(EmbeddedRuntimeUnderTest runtime)
    {
        var view = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        var page = await runtime.Queries.CustomersAsync(Client.Workspace, new CustomerQuery(), CancellationToken.None);
        return (view.Customers, view.Interactions, page.Total);
    }
}
