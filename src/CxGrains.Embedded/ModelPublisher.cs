using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Embedded.Catalog;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded;

/// <summary>
/// Learns each workspace's churn model anew where enough outcomes have come in: merges what the partitions learned and publishes the
/// weights, as a record of the log; and fits now and then how its customers buy. Nothing is lost where that fails: what was learned stays
/// with the partitions.
/// </summary>
internal sealed partial class ModelPublisher(EmbeddedRuntime runtime, DefinitionCatalog definitions, TimeProvider time, ILogger<ModelPublisher> logger)
    : WorkspaceLooks(runtime, time, LookEvery, logger)
{
    /// <summary>How often is looked.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, long> _publishedMs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BuyingWatch> _watches = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task LookAsync(string workspace)
    {
        await LookAtChurnAsync(workspace);
        await LookAtBuyingAsync(workspace);
    }

    private async Task LookAtChurnAsync(string workspace)
    {
        var known = definitions.Of(workspace);
        var target = known.Settings.Churn.Target;
        var counts = await Task.WhenAll(Runtime.Partitions.Select(partition => partition.AskAsync(state =>
            state.Workspaces.GetValueOrDefault(workspace)?.Learner is { } learner && learner.Target == target ? learner.Outcomes : 0)));
        var nowMs = NowMs;
        _publishedMs.TryAdd(workspace, nowMs);
        if (!known.Published.IsOutgrownBy(counts.Sum(), target, nowMs - _publishedMs[workspace]))
        {
            return;
        }

        var parts = await Task.WhenAll(Runtime.Partitions.Select(partition => partition.AskAsync(state =>
            state.Workspaces.GetValueOrDefault(workspace)?.Learner is { } learner && learner.Target == target ? ModelShard.Merge(new ModelShard(target), learner) : null)));
        var merged = parts.OfType<ModelShard>().Aggregate(new ModelShard(target), ModelShard.Merge);
        if (PublishedModel.Learn(merged, known.Published.Version + 1) is { } model)
        {
            await definitions.PublishAsync(workspace, model, CancellationToken.None);
            _publishedMs[workspace] = nowMs;
            LogPublished(Logger, model.Version, workspace, model.Outcomes);
        }
    }

    private async Task LookAtBuyingAsync(string workspace)
    {
        var nowMs = NowMs;
        var known = definitions.Of(workspace).Buying;
        if (!_watches.TryGetValue(workspace, out var watch))
        {
            _watches[workspace] = watch = new BuyingWatch();
        }

        if (!watch.TryBegin(known, nowMs))
        {
            return;
        }

        var parts = await Task.WhenAll(Runtime.Partitions.Select(partition => partition.AskAsync(state =>
            state.Workspaces.GetValueOrDefault(workspace) is { } part ? BuyingSample.Of(part.Customers) : new BuyingSample())));
        var sample = parts.Aggregate(new BuyingSample(), BuyingSample.Merge);
        if (watch.Take(known, sample, nowMs, NowMs) is { } fit)
        {
            await definitions.PublishAsync(workspace, fit(), CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published version {Version} of the churn model of workspace {Workspace}, learned from {Outcomes} outcomes")]
    private static partial void LogPublished(ILogger logger, long version, string workspace, long outcomes);
}
