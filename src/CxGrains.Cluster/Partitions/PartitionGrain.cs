using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Cluster.Alerts;
using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Live;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Queries;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Workspaces;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Scores.Buying;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Cluster.Partitions;

/// <inheritdoc cref="IPartitionGrain"/>
/// <remarks>
/// Two of one partition may run at once for a while, where a silo is cut off and does not know it. That is harmless: what the old one
/// hands over is known by its position, and what it commits fails by the head's ETag.
/// </remarks>
[KeepAlive, GrainType("partition")]
internal sealed partial class PartitionGrain(
    [PersistentState("head", ClusterStorage.Name)] IPersistentState<PartitionRow> head,
    IPartitionLog log,
    IndexStore index,
    QuarantineStore quarantine,
    AlertIntake alerts,
    SweptRows swept,
    Salt salt,
    IDefinitions definitions,
    IOptions<ClusterRuntimeOptions> options,
    NamePool names,
    Clock clock,
    ILogger<PartitionGrain> logger)
    : Grain, IPartitionGrain, IDisposable
{
    // A wait longer than this comes back, lest the call run out of its time.
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);

    // Where a run has failed, the next may too, for as long as the database is away: whoever asks hears so soon.
    private static readonly TimeSpan FailingWaitMax = TimeSpan.FromSeconds(2);

    // Likewise: less than the call's own time.
    private static readonly TimeSpan FlushMax = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(250);

    private readonly TopicWatchers _watchers = new(TimeProvider.System);
    private PartitionWorker _worker = null!;
    private PartitionViews _views = null!;
    private OrleansEntities _entities = null!;
    private Task _running = Task.CompletedTask;
    private ITimer? _ticker;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var partition = (int)this.GetPrimaryKeyLong();
        var surveys = new SurveyCache(definitions);
        _entities = new OrleansEntities(GrainFactory, partition);
        _worker = new PartitionWorker(
            new PartitionContext(partition, options.Value, log, surveys, names, clock, TimeProvider.System, WakePartition),
            _entities,
            new GrainPartitionStore(head, partition, index, quarantine, alerts, swept, salt),
            _watchers.NotifyAsync,
            logger);
        _views = new PartitionViews(_worker, surveys);
        _running = RunAsync();
        _ticker = clock.Every(TickEvery, _worker.Tick);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _ticker?.Dispose();
        return StopWorkerAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PartitionStatus> StartAsync() => Task.FromResult(_worker.Status);

    /// <inheritdoc/>
    public async Task<bool> CatchUpAsync()
    {
        await CaughtUpAsync();
        return true;
    }

    /// <inheritdoc/>
    public Task WakeAsync()
    {
        _worker.Wake();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<EffectRow[]?> WaitUntilAppliedAsync(long row)
    {
        var applied = _worker.WaitUntilAppliedAsync(row);
        await Task.WhenAny(applied, Task.Delay(WaitMax));
        return applied.IsCompleted ? [.. (await applied).Select(owed => new EffectRow(owed.Key, owed.Value))] : null;
    }

    /// <inheritdoc/>
    public Task FlushAsync(bool save) => _worker.FlushAsync(save).WaitAsync(FlushMax);

    /// <inheritdoc/>
    public async Task AdoptAsync(PartitionRow row)
    {
        if (head.State.CommittedRow > row.CommittedRow)
        {
            return;
        }

        await StopWorkerAsync(CancellationToken.None);
        try
        {
            head.State = row;
            await head.WriteStateAsync();
        }
        finally
        {
            // The next life reads what is stored, with the index that was moved in too.
            DeactivateOnIdle();
        }
    }

    /// <inheritdoc/>
    public Task<long> WatchAsync(ITopicObserver observer, WatchedTopic[] topics)
    {
        _watchers.Watch(observer, topics);
        return Task.FromResult(_worker.Activation);
    }

    /// <inheritdoc/>
    public Task<long> WatchOnlyAsync(ITopicObserver observer, WatchedTopic[] topics)
    {
        _watchers.WatchOnly(observer, topics);
        return Task.FromResult(_worker.Activation);
    }

    /// <inheritdoc/>
    public Task UnwatchAsync(ITopicObserver observer, WatchedTopic[] topics)
    {
        _watchers.Unwatch(observer, topics);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<Json?> WorkspaceAsync(string workspace, long atMs, bool isNow)
    {
        await CaughtUpAsync();
        return _views.Workspace(workspace, atMs, isNow) is { } part ? Json.Of(part) : null;
    }

    /// <inheritdoc/>
    public async Task<Json?> SegmentAsync(string workspace, int slot, long atMs, bool isNow)
    {
        await CaughtUpAsync();
        return _views.Segment(workspace, slot, atMs, isNow) is { } part ? Json.Of(part) : null;
    }

    /// <inheritdoc/>
    public async Task<Json> CustomersAsync(string workspace, Json request)
    {
        await CaughtUpAsync();
        return Json.Of(_views.Customers(workspace, request.Open<CustomerSearchRequest>()));
    }

    /// <inheritdoc/>
    public async Task<byte[]> AccountsAsync(string workspace, Json request)
    {
        await CaughtUpAsync();
        return StateEncoding.ToBytes(_views.Accounts(workspace, request.Open<AccountSearchRequest>()), static (slice, writer) => slice.Encode(writer));
    }

    /// <inheritdoc/>
    public async Task<Json> AccountAsync(string workspace, Json request)
    {
        await CaughtUpAsync();
        var alerts = await AlertsAsync(workspace);
        return Json.Of(AccountAnswer.Of(_views.Account(workspace, alerts, request.Open<AccountRequest>())));
    }

    /// <inheritdoc/>
    public async Task<Json> CountAsync(string workspace, Json request)
    {
        await CaughtUpAsync();
        return Json.Of(_views.Count(workspace, request.Open<RuleCountRequest>()));
    }

    /// <inheritdoc/>
    public async Task<Json> SampleAsync(string workspace, int from, int stride)
    {
        await CaughtUpAsync();
        return Json.Of(_views.Sample(workspace, from, stride));
    }

    /// <inheritdoc/>
    public async Task<Json> OverlapAsync(string workspace, int first, int second)
    {
        await CaughtUpAsync();
        return Json.Of(OverlapPart.Of(_worker.Index.Workspaces.GetValueOrDefault(workspace)?.Customers ?? [], first, second));
    }

    /// <inheritdoc/>
    public async Task<string?[]> NamesAsync(string workspace, string[] customers)
    {
        await CaughtUpAsync();
        var index = _worker.Index.Workspaces.GetValueOrDefault(workspace);
        return [.. customers.Select(customer => index?.Find(customer)?.Name)];
    }

    /// <inheritdoc/>
    public async Task<string[]> MergedIntoAsync(string workspace, string[] customers)
    {
        await CaughtUpAsync();
        return IndexViews.MergedInto(_worker.Index.Workspaces.GetValueOrDefault(workspace)?.Customers ?? [], customers);
    }

    /// <inheritdoc/>
    public Task<string[]> WorkspacesAsync() => Task.FromResult<string[]>([.. _worker.Index.Workspaces.Keys]);

    /// <inheritdoc/>
    public async Task<byte[]> BuyersAsync(string workspace)
    {
        await _worker.CaughtUp;
        var sample = BuyingSample.Of(_worker.Index.Workspaces.GetValueOrDefault(workspace)?.Customers ?? []);
        return StateEncoding.ToBytes(sample, static (buyers, writer) => buyers.Encode(writer));
    }

    /// <inheritdoc/>
    public async Task<bool[]> KnowsAsync(string workspace, string[] customers)
    {
        await CaughtUpAsync();
        var index = _worker.Index.Workspaces.GetValueOrDefault(workspace);
        return [.. customers.Select(customer => index?.Find(customer) is not null)];
    }

    /// <inheritdoc/>
    public async Task<Json> AlertsAsync(string workspace, string state, int limit, long nowMs)
    {
        await CaughtUpAsync();
        if (state == AlertsPart.AlreadySo)
        {
            return Json.Of(_views.AlreadySo(workspace, limit, nowMs));
        }

        return Json.Of(_views.RaisedAlerts(workspace, await AlertsAsync(workspace), state, limit, nowMs));
    }

    /// <inheritdoc/>
    public async Task<Json> DryRunAsync(string workspace, string rule, long nowMs, int from)
    {
        await CaughtUpAsync();
        return Json.Of(_views.DryRun(workspace, AlertRules.FromStored(rule).Rules[0], nowMs, from));
    }

    /// <inheritdoc/>
    public async Task<Json?> FindAlertAsync(string workspace, string id, long nowMs)
    {
        await CaughtUpAsync();
        return (await AlertsAsync(workspace)).Find(id) is { } item ? Json.Of(new AlertMatch(item.ToBytes(), _views.Alert(workspace, item, nowMs))) : null;
    }

    /// <inheritdoc/>
    public async Task<Json> MovementsAsync(string workspace, long nowMs)
    {
        await CaughtUpAsync();
        var alerts = this.GetPrimaryKeyLong() == MovementState.KeeperPartition ? await AlertsAsync(workspace) : new AlertBook();
        return Json.Of(_views.Movements(workspace, alerts, nowMs));
    }

    /// <inheritdoc/>
    public void Dispose() => _ticker?.Dispose();

    private async Task<AlertBook> AlertsAsync(string workspace)
    {
        var shard = await _entities.ShardOf(new EntityKey(EntityKind.Workspace, workspace, GrainKeys.All)).ReadAsync(default);
        return shard?.State is { } stored ? WorkspaceShardEntity.Decode(stored, names).Alerts : new AlertBook();
    }

    private void WakePartition(int partition) => GrainFactory.GetGrain<IPartitionGrain>(partition).WakeAsync().Ignore();

    // No request may wait for ever: while one does, this activation cannot end.
    private Task CaughtUpAsync() => _worker.CaughtUp.WaitAsync(_worker.Failure is null ? WaitMax : FailingWaitMax);

    private async Task StopWorkerAsync(CancellationToken cancellationToken)
    {
        _worker.Stop();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync()
    {
        try
        {
            await _worker.RunAsync();
        }
        catch (SupersededException error)
        {
            LogSuperseded(error);
            DeactivateOnIdle();
        }
#pragma warning disable CA1031 // Whatever ended it, the partition needs another worker.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogEnded(error);
            DeactivateOnIdle();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This worker is old and ends")]
    private partial void LogSuperseded(Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker ended, which it should never do by itself")]
    private partial void LogEnded(Exception error);
}
