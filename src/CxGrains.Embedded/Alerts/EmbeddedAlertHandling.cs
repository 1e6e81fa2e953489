using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Alerts;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Alerts;

/// <summary>Appends what people do with alerts to the log, and answers when the partitions concerned have folded it.</summary>
internal sealed class EmbeddedAlertHandling(EmbeddedRuntime runtime, TimeProvider time) : IAlertHandling
{
    /// <inheritdoc/>
    public async ValueTask<AlertView?> FindAsync(string workspace, string id, CancellationToken cancellationToken) =>
        await FindAllAsync(workspace, id, cancellationToken) is [var first, ..] ? await ViewAsync(first.Partition, workspace, id).WaitAsync(cancellationToken) : null;

    /// <inheritdoc/>
    public async ValueTask<AlertView?> HandleAsync(string workspace, string id, AlertAct act, CancellationToken cancellationToken)
    {
        var found = await FindAllAsync(workspace, id, cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        foreach (var row in AlertActs.RowsOf(workspace, [.. found.Select(part => (part.Partition, part.Item))], act))
        {
            await runtime.AppendOwnAsync(row, cancellationToken);
        }

        var first = found[0].Partition;
        await Task.WhenAll(found.Select(part => runtime.Partitions[part.Partition].WaitUntilFoldedAsync())).WaitAsync(cancellationToken);
        return await ViewAsync(first, workspace, id).WaitAsync(cancellationToken);
    }

    private Task<AlertView?> ViewAsync(int partition, string workspace, string id)
    {
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        return runtime.Partitions[partition].AskAsync(state => ViewOf(state, workspace, id, nowMs));
    }

    private async Task<List<(int Partition, AlertItem Item)>> FindAllAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(runtime.Partitions.Select(partition =>
            partition.AskAsync(state => (partition.Number, Item: state.Workspaces.GetValueOrDefault(workspace)?.Alerts.Find(id))))).WaitAsync(cancellationToken);
        return [.. found.Where(part => part.Item is not null).Select(part => (part.Number, part.Item!))];
    }

    private static AlertView? ViewOf(PartitionState state, string workspace, string id, long nowMs) =>
        state.Workspaces.GetValueOrDefault(workspace) is { } part && part.Alerts.Find(id) is { } item ? AlertsPart.ViewOf(item, part.Find(item.Alert.Customer), nowMs) : null;
}
