using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Cluster.Tests.Simulation.World;
using CxGrains.Conformance.Runtimes;
using CxGrains.Domain;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Partitions;

/// <summary>How what a partition owes others gets into their logs.</summary>
public class OwedEffectsTests
{
    private const int RowCausing = 9;

    private readonly List<EffectsRow> _appended = [];
    private readonly List<int> _woken = [];
    private readonly PartitionHead _head = new();
    private readonly SimulatedWaiting _waiting = new();
    private Func<Task> _beforeAppend = () => Task.CompletedTask;

    [Fact]
    public async Task Rows_hold_no_more_than_they_may_and_keep_the_order()
    {
        var owed = Begin();

        Owe(owed, 600, stateBytes: 1);
        await owed.AppendAsync();
        await owed.UnderWay;

        Assert.Equal([256, 256, 88], _appended.Select(row => row.Effects.Count));
        Assert.Equal(Enumerable.Range(0, 600).Select(line => Position.At(RowCausing, line)), _appended.SelectMany(row => row.Effects).Select(effect => effect.Cause));
        Assert.Equal([(0, 3)], _head.EffectRows.Select(pair => (pair.Key, (int)pair.Value)));
        Assert.Equal([0], _woken);
    }

    [Fact]
    public async Task A_large_state_has_a_row_of_its_own()
    {
        var owed = Begin();

        Owe(owed, 3, OwedEffects.RowBytesMax);
        await owed.AppendAsync();
        await owed.UnderWay;

        Assert.Equal([1, 1, 1], _appended.Select(row => row.Effects.Count));
    }

    [Fact]
    public async Task What_comes_next_is_not_appended_before_what_came_first_is_durable()
    {
        var durable = new TaskCompletionSource();
        _beforeAppend = () => durable.Task;
        var owed = Begin();
        Owe(owed, 1, stateBytes: 1);
        await owed.AppendAsync();

        Owe(owed, 1, stateBytes: 2);
        var next = owed.AppendAsync();

        Assert.False(next.IsCompleted);
        durable.SetResult();
        await next;
        await owed.UnderWay;
        Assert.Equal(2, _appended.Count);
    }

    [Fact]
    public async Task A_log_that_fails_for_a_moment_is_asked_again()
    {
        var left = 3;
        _beforeAppend = () => left-- > 0 ? throw new TimeoutException("No answer came") : Task.CompletedTask;
        var owed = Begin();

        Owe(owed, 1, stateBytes: 1);
        await owed.AppendAsync();
        while (_waiting.EndNext())
        {
        }

        await owed.UnderWay;
        Assert.Single(_appended);
    }

    [Fact]
    public async Task A_log_that_goes_on_failing_ends_the_run()
    {
        _beforeAppend = () => throw new TimeoutException("No answer came");
        var owed = Begin();

        Owe(owed, 1, stateBytes: 1);
        await owed.AppendAsync();
        while (_waiting.EndNext())
        {
        }

        await Assert.ThrowsAsync<TimeoutException>(() => owed.UnderWay);
        await owed.EndAsync();
    }

    private static void Owe(OwedEffects owed, int count, int stateBytes)
    {
        for (var line = 0; line < count; line++)
        {
            owed.Add(Position.At(RowCausing, line), "acme", new MergeEffect("ada", ["anon"], new byte[stateBytes]));
        }
    }

    private OwedEffects Begin()
    {
        // Else what is retried would go on in the test's own context, some time later.
        SynchronizationContext.SetSynchronizationContext(null);
        var log = new GrowingLog(new SimulatedLog((_, row) => _appended.Add((EffectsRow)row))) { BeforeAppend = () => _beforeAppend() };
        return new OwedEffects(
            new PartitionContext(
                0, new ClusterRuntimeOptions(), log, new SurveyCache(new FixedDefinitions()), new NamePool(), new Clock(new ManualTimeProvider(DateTimeOffset.UnixEpoch)), _waiting, _woken.Add),
            _head);
    }
}
