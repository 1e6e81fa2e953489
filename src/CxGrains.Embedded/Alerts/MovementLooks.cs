using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Catalog;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Alerts;

/// <summary>Looks now and then, in every workspace, whether rules on surveys, segments and goals have come to hold, and makes what changed a record of the log.</summary>
internal sealed partial class MovementLooks(
    EmbeddedRuntime runtime, DefinitionCatalog definitions, IMovementSums sums, TimeProvider time, ILogger<MovementLooks> logger)
    : WorkspaceLooks(runtime, time, MovementWatcher.LookEvery)
{
    private readonly EmbeddedRuntime _runtime = runtime;
    private readonly MovementWatcher _watcher = new(sums);

    /// <inheritdoc/>
    protected override Task LookAsync(string workspace, long nowMs) =>
        _watcher.LookAsync(workspace, definitions.Of(workspace), nowMs, movement => AppendAsync(workspace, movement, nowMs), CancellationToken.None);

    /// <inheritdoc/>
    protected override void TellFailed(Exception error, string workspace) => LogFailed(error, workspace);

    /// <inheritdoc/>
    protected override void TellNotLooked(Exception error) => LogNotLooked(error);

    private async Task AppendAsync(string workspace, Movement movement, long nowMs)
    {
        await _runtime.AppendOwnAsync(new MovementRow(nowMs, MovementState.KeeperPartition, workspace, movement.ToBytes()), CancellationToken.None);
        await _runtime.Partitions[MovementState.KeeperPartition].WaitUntilFoldedAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked whether scores of workspace {Workspace} have moved; the next look tries again")]
    private partial void LogFailed(Exception error, string workspace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked whether scores have moved; the next look tries again")]
    private partial void LogNotLooked(Exception error);
}
