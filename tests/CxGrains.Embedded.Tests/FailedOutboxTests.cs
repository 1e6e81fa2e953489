using CxGrains.Abstractions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Embedded.Delivery;
using Microsoft.Data.Sqlite;

namespace CxGrains.Embedded.Tests;

/// <summary>The outbox's memory of alerts goes away for a while, so that no alert can be taken.</summary>
public sealed class FailedOutboxTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    // A customer seen on one day only turns high after 250 days.
    private static readonly DateTimeOffset Quiet = Lines.Noon - TimeSpan.FromDays(250) - TimeSpan.FromMinutes(1);

    [Fact]
    public async Task While_alerts_cannot_be_taken_no_checkpoint_is_written_and_health_says_so()
    {
        await using var runtime = await StartAsync();
        Rename(runtime, "taken", "away");
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Quiet));
        await UntilAsync(runtime, () => runtime.Service<IRuntimeHealth>().NotReadyBecause is not null);
        var committedRow = runtime.Partitions[0].CommittedRow;

        Begin(runtime);
        await UntilAsync(runtime, () => runtime.Partitions[0].CheckpointFailure is not null);
        Assert.Contains("outbox", runtime.Partitions[0].CheckpointFailure);
        Assert.Equal(committedRow, runtime.Partitions[0].CommittedRow);

        Rename(runtime, "away", "taken");
        await UntilAsync(runtime, () => runtime.Service<IRuntimeHealth>().NotReadyBecause is null || TryBegin(runtime));
        await UntilAsync(runtime, () => runtime.Partitions[0].CommittedRow > committedRow || TryBegin(runtime));
        Assert.Equal(["ada"], await CustomersAsync(runtime));
    }

    [Fact]
    public async Task An_alert_that_could_not_be_taken_before_a_crash_is_taken_after_it()
    {
        await using var runtime = await StartAsync();
        Rename(runtime, "taken", "away");
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Quiet));
        Begin(runtime);
        await UntilAsync(runtime, () => runtime.Partitions[0].CheckpointFailure is not null);

        await runtime.CrashAsync();
        Rename(runtime, "away", "taken");
        await runtime.StartAsync();

        Assert.Equal(["ada"], await CustomersAsync(runtime));
    }

    [Fact]
    public async Task Stopping_while_alerts_cannot_be_taken_loses_none()
    {
        await using var runtime = await StartAsync();
        Rename(runtime, "taken", "away");
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Quiet));
        await UntilAsync(runtime, () => runtime.Service<IRuntimeHealth>().NotReadyBecause is not null);

        await runtime.StopAsync();
        Rename(runtime, "away", "taken");
        await runtime.StartAsync();

        Assert.Equal(["ada"], await CustomersAsync(runtime));
    }

    private static async Task<EmbeddedRuntimeUnderTest> StartAsync()
    {
        var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize { PartitionsCount = 1 }, new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        var hook = new Destination { Id = "hook", Name = "hook", Kind = DestinationKind.Webhook, Url = "https://example.com/" };
        await runtime.Destinations.DefineAsync(Client.Workspace, hook, null, CancellationToken.None);
        return runtime;
    }

    private static void Begin(EmbeddedRuntimeUnderTest runtime)
    {
        runtime.Clock.Advance(TimeSpan.FromSeconds(20));
        runtime.Clock.Tick();
    }

    private static bool TryBegin(EmbeddedRuntimeUnderTest runtime)
    {
        Begin(runtime);
        return false;
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

    private static async Task<IEnumerable<string>> CustomersAsync(EmbeddedRuntimeUnderTest runtime) =>
        (await runtime.Outbox.DeliveriesAsync(Client.Workspace, "hook", DeliveryFilter.All, long.MaxValue, OutboxLimits.PageMax, CancellationToken.None))
            .Select(entry => entry.Notice.Customer);

    private static void Rename(EmbeddedRuntimeUnderTest runtime, string from, string to)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(runtime.DataDirectory, EmbeddedOutbox.FileName)};Pooling=False");
        connection.Open();
        using var rename = connection.CreateCommand();
#pragma warning disable CA2100 // The names are this test's own.
        rename.CommandText = $"ALTER TABLE {from} RENAME TO {to}";
#pragma warning restore CA2100
        rename.ExecuteNonQuery();
    }
}
