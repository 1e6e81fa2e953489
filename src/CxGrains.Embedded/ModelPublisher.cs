using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Embedded.Catalog;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded;

/// <summary>
/// Learns each workspace's churn model anew where enough outcomes have come in: merges what the partitions learned and publishes the
/// weights, as a record of the log; and fits now and then how its customers buy. Nothing is lost where that fails; the next look tries again.
/// </summary>
internal sealed partial class ModelPublisher(EmbeddedRuntime runtime, DefinitionCatalog definitions, TimeProvider time, ILogger<ModelPublisher> logger)
    : IHostedService, IAsyncDisposable
{
    /// <summary>How often is looked.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _looking = new(1);
    private readonly Dictionary<string, long> _publishedMs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BuyingWatch> _watches = new(StringComparer.Ordinal);
    private ITimer? _timer;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => _ = LookWhereIdleAsync(), null, LookEvery, LookEvery);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_timer is { } timer)
        {
            _timer = null;
            await timer.DisposeAsync();

            // A look under way ends before the runtime does.
            await _looking.WaitAsync();
        }
    }

    /// <summary>Looks at every workspace, and publishes what is due.</summary>
    public async Task LookAsync()
    {
        await _looking.WaitAsync();
        try
        {
            foreach (var workspace in await WorkspacesAsync())
            {
                await TryAsync(workspace);
            }
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task TryAsync(string workspace)
    {
        try
        {
            await LookAsync(workspace);
            await LookAtBuyingAsync(workspace);
        }
#pragma warning disable CA1031 // Whatever went wrong, what was learned stays with the partitions, and the other workspaces learn on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogFailed(error, workspace);
        }
    }

    // One at a time: a look that takes long must not find a heap of them.
    private async Task LookWhereIdleAsync()
    {
        if (_looking.CurrentCount == 0)
        {
            return;
        }

        try
        {
            await LookAsync();
        }
#pragma warning disable CA1031 // A partition that cannot answer now is asked again by the next look.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotLooked(error);
        }
    }

    private async Task LookAsync(string workspace)
    {
        var known = definitions.Of(workspace);
        var target = known.Settings.Churn.Target;
        var counts = await Task.WhenAll(runtime.Partitions.Select(partition => partition.AskAsync(state =>
            state.Workspaces.GetValueOrDefault(workspace)?.Learner is { } learner && learner.Target == target ? learner.Outcomes : 0)));
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        _publishedMs.TryAdd(workspace, nowMs);
        if (!known.Published.IsOutgrownBy(counts.Sum(), target, nowMs - _publishedMs[workspace]))
        {
            return;
        }

        var parts = await Task.WhenAll(runtime.Partitions.Select(partition => partition.AskAsync(state =>
            state.Workspaces.GetValueOrDefault(workspace)?.Learner is { } learner && learner.Target == target ? ModelShard.Merge(new ModelShard(target), learner) : null)));
        var merged = parts.OfType<ModelShard>().Aggregate(new ModelShard(target), ModelShard.Merge);
        if (PublishedModel.Learn(merged, known.Published.Version + 1) is { } model)
        {
            await definitions.PublishAsync(workspace, model, CancellationToken.None);
            _publishedMs[workspace] = nowMs;
            LogPublished(model.Version, workspace, model.Outcomes);
        }
    }

    private async Task LookAtBuyingAsync(string workspace)
    {
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var known = definitions.Of(workspace).Buying;
        if (!_watches.TryGetValue(workspace, out var watch))
        {
            _watches[workspace] = watch = new BuyingWatch();
        }

        if (!watch.TryBegin(known, nowMs))
        {
            return;
        }

        var parts = await Task.WhenAll(runtime.Partitions.Select(partition => partition.AskAsync(state =>
            state.Workspaces.GetValueOrDefault(workspace) is { } part ? BuyingSample.Of(part.Customers) : new BuyingSample())));
        var sample = parts.Aggregate(new BuyingSample(), BuyingSample.Merge);
        if (watch.Take(known, sample, nowMs, time.GetUtcNow().ToUnixTimeMilliseconds()) is { } fit)
        {
            await definitions.PublishAsync(workspace, fit(), CancellationToken.None);
        }
    }

    private async Task<HashSet<string>> WorkspacesAsync()
    {
        var found = await Task.WhenAll(runtime.Partitions.Select(partition => partition.AskAsync(state => state.Workspaces.Keys.ToList())));
        return [.. found.SelectMany(ids => ids)];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published version {Version} of the churn model of workspace {Workspace}, learned from {Outcomes} outcomes")]
    private partial void LogPublished(long version, string workspace, long outcomes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The models of workspace {Workspace} could not be learned anew; the next look tries again")]
    private partial void LogFailed(Exception error, string workspace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked for models to learn; the next look tries again")]
    private partial void LogNotLooked(Exception error);
}
