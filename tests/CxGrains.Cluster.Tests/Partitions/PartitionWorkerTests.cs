using System.Text;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Cluster.Tests.Simulation.World;
using CxGrains.Conformance.Runtimes;
using CxGrains.Domain;
using CxGrains.Domain.Log;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxGrains.Cluster.Tests.Partitions;

/// <summary>Whom a worker keeps waiting, and how long. The worker is real; its entities, log and store are in memory.</summary>
public class PartitionWorkerTests
{
    private const int StepsMax = 10_000;

    private static readonly Random Dice = new(1);

    private readonly SimulatedLog _rows = new((_, _) => { });
    private readonly SimulatedStore _store = new(_ => { });
    private readonly SimulatedWaiting _waiting = new();
    private readonly SeededScheduler _scheduler = new(Dice);
    private PartitionWorker? _worker;

    [Fact]
    public void Views_wait_for_all_that_the_log_held_when_the_run_began()
    {
        AppendRows(5);
        var worker = Begin(new GrowingLog(_rows));

        RunUntil(() => worker.CaughtUp.IsCompleted);

        Assert.Equal(5, worker.Status.AppliedRow);
    }

    [Fact]
    public void Views_do_not_wait_for_what_comes_while_a_run_catches_up()
    {
        AppendRows(5);
        var worker = Begin(new GrowingLog(_rows, NextRow()));

        RunUntil(() => worker.CaughtUp.IsCompleted);

        Assert.True(worker.CaughtUp.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_flush_ends_though_rows_come_as_fast_as_they_are_folded(bool save)
    {
        AppendRows(5);
        var worker = Begin(new GrowingLog(_rows, NextRow()));
        var flushed = worker.FlushAsync(save);

        RunUntil(() => flushed.IsCompleted);

        Assert.True(flushed.IsCompletedSuccessfully);
        Assert.InRange(save ? worker.Status.CommittedRow : worker.Status.AppliedRow, 5, long.MaxValue);
    }

    [Fact]
    public async Task A_worker_that_was_superseded_keeps_nobody_waiting()
    {
        AppendRows(2);
        var worker = Begin(new GrowingLog(_rows));
        RunUntil(() => worker.CaughtUp.IsCompleted);
        var (applied, flushed) = (worker.WaitUntilAppliedAsync(100), worker.FlushAsync(save: true));
        Supersede(committedRow: 2);

        RunUntil(() => flushed.IsCompleted);

        foreach (var waiting in new[] { flushed, applied, worker.CaughtUp, worker.FlushAsync(save: false), worker.WaitUntilAppliedAsync(3) })
        {
            await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_worker_whose_rows_another_one_has_committed_and_cut_ends(int rowsBehind)
    {
        AppendRows(2);
        var worker = Begin(new GrowingLog(_rows));
        RunUntil(() => worker.CaughtUp.IsCompleted);
        AppendRows(2);
        Supersede(committedRow: 4);
        _rows.Cut(4);
        AppendRows(rowsBehind);

        var flushed = worker.FlushAsync(save: false);
        RunUntil(() => flushed.IsCompleted);

        Assert.True(flushed.IsFaulted);
    }

    [Fact]
    public async Task A_row_is_applied_when_the_logs_of_others_hold_what_it_means_for_them()
    {
        var durable = new TaskCompletionSource();
        _rows.Append(RowOf("""{"customer":"ada","type":"alias","previousId":"anon"}"""));
        var worker = Begin(new GrowingLog(_rows) { BeforeAppend = () => durable.Task });
        var applied = worker.WaitUntilAppliedAsync(1);

        RunUntil(() => worker.Status.AppliedRow == 1);

        Assert.False(applied.IsCompleted);
        durable.SetResult();
        RunUntil(() => applied.IsCompleted && worker.Status.AppliedRow == 2);
        Assert.Equal([new(0, 2)], await applied);
        Assert.Equal([true, false], worker.Index.WorkspaceOf("acme").Customers.Select(customer => customer.MergedInto == "ada"));
    }

    private static InteractionsRow NextRow() => RowOf("""{"customer":"ada","type":"visit"}""");

    private static InteractionsRow RowOf(string json)
    {
        var line = Encoding.UTF8.GetBytes(json);
        return new InteractionsRow(1_700_000_000_000, "acme", false, [line.Length], line);
    }

    private void AppendRows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _rows.Append(NextRow());
        }
    }

    private void Supersede(long committedRow) => _store.SaveHead(new PartitionRow { CommittedRow = committedRow }, _store.ETag);

    private PartitionWorker Begin(GrowingLog log)
    {
        var faults = Faults.None(Dice);
        var link = new Link(faults);
        var names = new NamePool();
        var context = new PartitionContext(
            0, new ClusterRuntimeOptions(), log, new SurveyCache(new FixedDefinitions()), names, new Clock(new ManualTimeProvider(DateTimeOffset.UnixEpoch)), _waiting, _ => { });
        var entities = new EntitiesOfWorker(new SimulatedCluster(faults, names), link, silo: 0);
        var worker = new PartitionWorker(context, entities, new StoreOfWorker(_store, link), _ => Task.CompletedTask, NullLogger.Instance);
        _worker = worker;
        _scheduler.Start(worker.RunAsync);
        return worker;
    }

    private void RunUntil(Func<bool> condition)
    {
        // Else what the worker awaits would go on in the test's own context, beside the scheduler.
        SynchronizationContext.SetSynchronizationContext(null);
        for (var step = 0; !condition(); step++)
        {
            Assert.True(step < StepsMax, $"It has not come about in {StepsMax} steps; the last run ended because of: {_worker?.Failure ?? "nothing"}");
            if (!_scheduler.RunOne())
            {
                _waiting.EndNext();
            }
        }
    }
}
