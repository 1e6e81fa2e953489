using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Catalog;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Alerts;

/// <summary>Looks now and then, in every workspace, whether rules on surveys, segments and goals have come to hold, and makes what changed a record of the log.</summary>
internal sealed partial class MovementLooks(
    EmbeddedRuntime runtime, DefinitionCatalog definitions, IMovementSums sums, TimeProvider time, ILogger<MovementLooks> logger)
    : IHostedService, IAsyncDisposable
{
    private readonly SemaphoreSlim _looking = new(1);
    private readonly MovementWatcher _watcher = new(sums);
    private ITimer? _timer;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => _ = LookWhereIdleAsync(), null, MovementWatcher.LookEvery, MovementWatcher.LookEvery);
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

    /// <summary>Looks at every workspace. What has changed has its effect when the task completes.</summary>
    public async Task LookAsync()
    {
        await _looking.WaitAsync();
        try
        {
            var found = await Task.WhenAll(runtime.Partitions.Select(partition => partition.AskAsync(state => state.Workspaces.Keys.ToList())));
            foreach (var workspace in found.SelectMany(ids => ids).Distinct(StringComparer.Ordinal))
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
            var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
            await _watcher.LookAsync(workspace, definitions.Of(workspace), nowMs, movement => AppendAsync(workspace, movement, nowMs), CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever went wrong, nothing is remembered of it, so that the next look finds the same; the other workspaces are looked at.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogFailed(error, workspace);
        }
    }

    private async Task AppendAsync(string workspace, Movement movement, long nowMs)
    {
        await runtime.AppendOwnAsync(new MovementRow(nowMs, MovementState.KeeperPartition, workspace, movement.ToBytes()), CancellationToken.None);
        await runtime.Partitions[MovementState.KeeperPartition].WaitUntilFoldedAsync();
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked whether scores of workspace {Workspace} have moved; the next look tries again")]
    private partial void LogFailed(Exception error, string workspace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked whether scores have moved; the next look tries again")]
    private partial void LogNotLooked(Exception error);
}
