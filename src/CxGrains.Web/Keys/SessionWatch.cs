using CxGrains.Abstractions;
using CxGrains.Web.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Web.Keys;

/// <summary>
/// Cuts live connections whose key, user or sign-in is worth nothing any more. The change may have been made on another node; requests ask anew each
/// time, but a connection is asked for only when it opens.
/// </summary>
internal sealed partial class SessionWatch(LiveConnections connections, Callers callers, TimeProvider time, ILogger<SessionWatch> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Stopped();
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var caller in connections.Connected())
            {
                if (await callers.RefreshAsync(caller, cancellationToken) is null)
                {
                    connections.AbortAll(caller);
                }
            }
        }
        catch (UnavailableException error)
        {
            // What cannot be read now has not changed as far as anyone knows; it is looked at again in a moment.
            LookingFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether live connections may stay open could not be looked up; it is tried again in a moment")]
    private partial void LookingFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Live connections are looked at no more: the program stops")]
    private partial void Stopped();
}
