using CxGrains.Cluster.Keys;
using CxGrains.Cluster.Workspaces;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Models;

/// <summary>Asks each workspace's grain now and then to learn its churn model anew. Every silo asks; the grain, being one, decides.</summary>
internal sealed partial class ModelPublisher(IGrainFactory grains, ClusterKeys keys, TimeProvider time, ILogger<ModelPublisher> logger) : BackgroundService
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(AskEvery, time);
        while (await WaitAsync(timer, stoppingToken))
        {
            foreach (var workspace in keys.Workspaces)
            {
                await AskAsync(workspace, stoppingToken);
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stoppingToken.IsCancellationRequested;
    }

    private async Task AskAsync(string workspace, CancellationToken stoppingToken)
    {
        try
        {
            await grains.GetGrain<IWorkspaceGrain>(GrainKeys.Of(workspace, GrainKeys.All)).LearnAsync().WaitAsync(AnswerMax, stoppingToken);
        }
#pragma warning disable CA1031 // Whatever keeps the grain from learning, what was learned stays with the shards and the next turn asks again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotLearned(workspace, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The churn model of workspace {Workspace} could not be learned anew: {Reason}")]
    private partial void LogNotLearned(string workspace, string reason);
}
