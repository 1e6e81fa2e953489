using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded;

/// <summary>Looks at every workspace now and then, one look at a time. What fails the next look finds undone, and the other workspaces are looked at.</summary>
internal abstract partial class WorkspaceLooks(EmbeddedRuntime runtime, TimeProvider time, TimeSpan every, ILogger logger) : IHostedService, IAsyncDisposable
{
    private readonly SemaphoreSlim _looking = new(1);
    private ITimer? _timer;

    /// <summary>The partitions.</summary>
    protected EmbeddedRuntime Runtime => runtime;

    /// <summary>Where it is told what happens.</summary>
    protected ILogger Logger => logger;

    /// <summary>Now, Unix milliseconds UTC.</summary>
    protected long NowMs => time.GetUtcNow().ToUnixTimeMilliseconds();

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

    /// <summary>Looks at every workspace. What was due has its effect when the task completes.</summary>
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

    /// <summary>Looks at one.</summary>
    protected abstract Task LookAsync(string workspace);

    private async Task TryAsync(string workspace)
    {
        try
        {
            await LookAsync(workspace);
        }
#pragma warning disable CA1031 // Whatever went wrong, nothing is remembered of it, so that the next look finds the same.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogFailed(error, workspace);
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
            LogNotLooked(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A look at workspace {Workspace} failed; the next one tries again")]
    private partial void LogFailed(Exception error, string workspace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No workspace could be looked at; the next look tries again")]
    private partial void LogNotLooked(Exception error);
}
