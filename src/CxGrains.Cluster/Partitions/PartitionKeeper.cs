using System.Collections.Concurrent;
using CxGrains.Abstractions;
using CxGrains.Cluster.Ingest;
using CxGrains.Cluster.Keys;
using CxGrains.Cluster.Live;
using CxGrains.Cluster.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// Asks every partition how it is, every second and from every silo: so each has a worker again a moment after a silo died, whichever
/// it was. It also renews what this silo watches, reads keys that other silos made, and knows whether this silo can serve. A partition that
/// does not answer keeps no key from being read.
/// </summary>
internal sealed partial class PartitionKeeper(
    IGrainFactory grains, IPartitionLog log, ClusterLive live, ClusterKeys keys, CustomersLimit customers, ILogger<PartitionKeeper> logger) : BackgroundService, IRuntimeHealth
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(10);

    // Well within the lease of a watch.
    private const int RenewEveryTurns = 20;

    private readonly ConcurrentDictionary<int, string?> _failures = [];
    private readonly ConcurrentDictionary<int, long> _workers = [];
    private readonly ConcurrentDictionary<int, int> _customers = [];

    /// <inheritdoc/>
    public string? NotReadyBecause =>
        _failures.Count < log.PartitionsCount
        ? "Not every partition has a worker yet"
        : log.Failure ?? _failures.Values.FirstOrDefault(failure => failure is not null);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Lets every partition commit what it has, so that the silos that go on have nothing to do again.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, log.PartitionsCount).Select(partition => grains.GetGrain<IPartitionGrain>(partition).FlushAsync(save: true)))
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(AskEvery, AskAllAsync, stoppingToken), RepeatAsync(ClusterKeys.RefreshEvery, _ => RefreshKeysAsync(stoppingToken), stoppingToken));

    private static async Task RepeatAsync(TimeSpan every, Func<int, Task> turnAsync, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        for (var turn = 0; !stoppingToken.IsCancellationRequested; turn++)
        {
            await turnAsync(turn);
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AskAllAsync(int turn)
    {
        var foldedOf = customers.BeginLook();
        await Task.WhenAll(Enumerable.Range(0, log.PartitionsCount).Select(partition => AskAsync(partition, turn % RenewEveryTurns == 0)));
        customers.Saw(_customers.Values.Sum(count => (long)count), foldedOf);
    }

    private async Task AskAsync(int partition, bool renew)
    {
        try
        {
            var status = await grains.GetGrain<IPartitionGrain>(partition).StartAsync().WaitAsync(AnswerMax);
            _failures[partition] = status.Failure;
            _customers[partition] = status.Customers;
            if (renew || _workers.GetValueOrDefault(partition) != status.Activation)
            {
                await live.RenewAsync(partition).WaitAsync(AnswerMax);
                _workers[partition] = status.Activation;
            }
        }
#pragma warning disable CA1031 // Whatever keeps a partition from answering, the next turn asks again, and health tells.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _failures[partition] = $"Partition {partition} does not answer: {error.Message}";
            LogNoAnswer(partition, error.Message);
        }
    }

    private async Task RefreshKeysAsync(CancellationToken stoppingToken)
    {
        try
        {
            await keys.RefreshAsync(stoppingToken);
        }
        catch (Exception error) when (error is Npgsql.NpgsqlException or OperationCanceledException or TimeoutException)
        {
            LogKeysNotRead(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partition {Partition} does not answer: {Reason}")]
    private partial void LogNoAnswer(int partition, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Keys could not be read anew: {Reason}")]
    private partial void LogKeysNotRead(string reason);
}
