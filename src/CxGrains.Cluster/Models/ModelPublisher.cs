using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Workspaces;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Models;

/// <summary>Asks each workspace's grain now and then to learn its models anew. Every silo asks; the grain, being one, decides.</summary>
internal sealed partial class ModelPublisher(IGrainFactory grains, IPartitionLog log, Clock clock, ILogger<ModelPublisher> logger) : IHostedService
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
                // One that cannot learn must not keep the others from it.
                await ((Task)grains.GetGrain<IWorkspaceGrain>(GrainKeys.Of(workspace, GrainKeys.All)).LearnAsync().WaitAsync(AnswerMax)
                    .ContinueWith(learning => LogNotLearned(workspace, learning.Exception?.GetBaseException().Message), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Current))
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
#pragma warning disable CA1031 // Whatever keeps the grain from learning, what was learned stays with the shards and the next turn asks again.
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The models of workspace {Workspace} could not be learned anew: {Reason}")]
    private partial void LogNotLearned(string workspace, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partitions could not be asked for workspaces to learn of: {Reason}")]
    private partial void LogNotAsked(string reason);
}
