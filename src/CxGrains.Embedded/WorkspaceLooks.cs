using Microsoft.Extensions.Hosting;

namespace CxGrains.Embedded;

/// <summary>Looks at every workspace now and then. One look at a time.</summary>
internal abstract class WorkspaceLooks(EmbeddedRuntime runtime, TimeProvider time, TimeSpan every) : IHostedService, IAsyncDisposable
{
    private readonly SemaphoreSlim _looking = new(1);
    private ITimer? _timer;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => _ = LookWhereIdleAsync(), null, every, every);
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

    /// <summary>Looks at every workspace. What was found has its effect when the task completes.</summary>
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

    /// <summary>Looks at one workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    protected abstract Task LookAsync(string workspace, long nowMs);

    /// <summary>Tells that a workspace could not be looked at.</summary>
    protected abstract void TellFailed(Exception error, string workspace);

    /// <summary>Tells that it could not be looked at all.</summary>
    protected abstract void TellNotLooked(Exception error);

    private async Task TryAsync(string workspace)
    {
        try
        {
            await LookAsync(workspace, time.GetUtcNow().ToUnixTimeMilliseconds());
        }
#pragma warning disable CA1031 // Whatever went wrong, nothing is remembered of it, so that the next look finds the same; the other workspaces are looked at.
        catch (Exception error)
#pragma warning restore CA1031
        {
            TellFailed(error, workspace);
        }
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
            TellNotLooked(error);
        }
    }
}
