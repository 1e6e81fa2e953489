using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Views;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using CxGrains.Domain.Alerts;

namespace CxGrains.Cluster.Alerts;

/// <summary>Appends what people do with alerts to the logs of the partitions that have them, and answers when these have folded it.</summary>
internal sealed class ClusterAlertHandling(IGrainFactory grains, IPartitionLog log, Clock clock) : IAlertHandling
{
    /// <inheritdoc/>
    public async ValueTask<AlertView?> FindAsync(string workspace, string id, CancellationToken cancellationToken) =>
        (await FindAllAsync(workspace, id, cancellationToken)).Select(part => part.Match.View).FirstOrDefault();

    /// <inheritdoc/>
    public async ValueTask<AlertView?> HandleAsync(string workspace, string id, AlertAct act, CancellationToken cancellationToken)
    {
        var found = await FindAllAsync(workspace, id, cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        var rows = AlertActs.RowsOf(workspace, [.. found.Select(part => (part.Partition, AlertItem.FromBytes(part.Match.Item)))], act);
        var numbers = await log.AppendAsync([.. rows.Select(row => new LogAppend(row.Partition, row, 0))], cancellationToken).OrUnavailableAsync(cancellationToken);
        await Task.WhenAll(rows.Zip(numbers, async (row, number) =>
        {
            var partition = grains.GetGrain<IPartitionGrain>(row.Partition);
            while (await partition.WaitUntilAppliedAsync(number) is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return number;
        })).OrUnavailableAsync(cancellationToken);
        return await FindAsync(workspace, id, cancellationToken);
    }

    private async Task<List<(int Partition, AlertMatch Match)>> FindAllAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        var nowMs = clock.NowMs;
        var answers = await Task.WhenAll(Enumerable.Range(0, log.PartitionsCount)
            .Select(partition => grains.GetGrain<IPartitionGrain>(partition).FindAlertAsync(workspace, id, nowMs))).OrUnavailableAsync(cancellationToken);
        return [.. answers.Index().Where(answer => answer.Item is not null).Select(answer => (answer.Index, answer.Item!.Open<AlertMatch>()))];
    }
}
