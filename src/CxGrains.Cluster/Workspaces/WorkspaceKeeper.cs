using CxGrains.Cluster.Alerts;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Reports;
using CxGrains.Cluster.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Workspaces;

/// <summary>Asks each workspace's grains now and then to learn its models anew, and to look whether scores have moved, and which reports are due. Every silo asks; the grains, being one each, decide.</summary>
internal sealed partial class WorkspaceKeeper(IGrainFactory grains, IPartitionLog log, Clock clock, ILogger<WorkspaceKeeper> logger) : IHostedService
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(30);

    private ITimer? _timer;
    private int _asking;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = clock.Every(AskEvery, () => _ = AskAllAsync());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_timer is { } timer)
        {
            await timer.DisposeAsync();
        }
    }

    private async Task AskAllAsync()
    {
        if (Interlocked.Exchange(ref _asking, 1) == 1)
        {
            return;
        }

        try
        {
            var partitions = Enumerable.Range(0, log.PartitionsCount).Select(partition => grains.GetGrain<IPartitionGrain>(partition).WorkspacesAsync());
            var known = await Task.WhenAll(partitions).WaitAsync(AnswerMax);
            foreach (var workspace in known.SelectMany(ids => ids).Distinct(StringComparer.Ordinal))
            {
                var key = GrainKeys.Of(workspace, GrainKeys.All);
                await TryAsync(grains.GetGrain<IWorkspaceGrain>(key).LearnAsync(), why => LogNotLearned(workspace, why));
                await TryAsync(grains.GetGrain<IMovementGrain>(key).LookAsync(isForced: false), why => LogNotLooked(workspace, why));
                await TryAsync(grains.GetGrain<IReportGrain>(key).LookAsync(isForced: false), why => LogNotIssued(workspace, why));
            }
        }
#pragma warning disable CA1031 // Whatever keeps partitions from answering, the next turn asks again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotAsked(error.Message);
        }
        finally
        {
            Volatile.Write(ref _asking, 0);
        }
    }

    // One workspace that cannot must not keep the others from it.
    private static async Task TryAsync(Task asked, Action<string> log)
    {
        try
        {
            await asked.WaitAsync(AnswerMax);
        }
#pragma warning disable CA1031 // Whatever it was, what was learned stays with the shards, a movement is found by the next look, and the next turn asks again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            log(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked whether scores of workspace {Workspace} have moved: {Reason}")]
    private partial void LogNotLooked(string workspace, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked which reports of workspace {Workspace} are due: {Reason}")]
    private partial void LogNotIssued(string workspace, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The models of workspace {Workspace} could not be learned anew: {Reason}")]
    private partial void LogNotLearned(string workspace, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partitions could not be asked for their workspaces: {Reason}")]
    private partial void LogNotAsked(string reason);
}
