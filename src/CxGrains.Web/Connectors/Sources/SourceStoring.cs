using CxGrains.Domain;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Web.Connectors.Sources;

/// <summary>Stores what sources brought, every half minute and at the end.</summary>
internal sealed partial class SourceStoring(SourceMeter meter, TimeProvider time, ILogger<SourceStoring> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await StoreAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await StoreAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogEnding();
        }
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await meter.StoreAsync(cancellationToken);
        }
        catch (CxException error)
        {
            // Counted on, and stored the next time.
            LogNotStored(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What sources brought could not be stored; it is tried again: {Reason}")]
    private partial void LogNotStored(string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Storing what sources brought for the last time")]
    private partial void LogEnding();
}
