using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Catalog;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Alerts;

/// <summary>Looks now and then, in every workspace, whether rules on surveys, segments and goals have come to hold, and makes what changed a record of the log.</summary>
internal sealed class MovementLooks(EmbeddedRuntime runtime, DefinitionCatalog definitions, IMovementSums sums, TimeProvider time, ILogger<MovementLooks> logger)
    : WorkspaceLooks(runtime, time, MovementWatcher.LookEvery, logger)
{
    private readonly MovementWatcher _watcher = new(sums);

    /// <inheritdoc/>
    protected override async Task LookAsync(string workspace)
    {
        var nowMs = NowMs;
        await _watcher.LookAsync(workspace, definitions.Of(workspace), nowMs, movement => AppendAsync(workspace, movement, nowMs), CancellationToken.None);
    }

    private async Task AppendAsync(string workspace, Movement movement, long nowMs)
    {
        await Runtime.AppendOwnAsync(new MovementRow(nowMs, MovementState.KeeperPartition, workspace, movement.ToBytes()), CancellationToken.None);
        await Runtime.Partitions[MovementState.KeeperPartition].WaitUntilFoldedAsync();
    }
}
