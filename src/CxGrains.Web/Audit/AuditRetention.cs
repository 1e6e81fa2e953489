using CxGrains.Abstractions;
using CxGrains.Abstractions.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Audit;

/// <summary>Lets entries of the audit log go that are older than <see cref="WebOptions.AuditDays"/>, a bounded number each hour.</summary>
internal sealed partial class AuditRetention(IAuditLog log, TimeProvider time, IOptions<WebOptions> options, ILogger<AuditRetention> logger) : BackgroundService
{
    /// <summary>Calls an hour: with <see cref="IAuditLog.RemoveMax"/> more than any office reads.</summary>
    public const int CallsMax = 100;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await RemoveAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Stopped();
        }
    }

    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var beforeMs = time.GetUtcNow().AddDays(-options.Value.AuditDays).ToUnixTimeMilliseconds();
        try
        {
            for (var calls = 0; calls < CallsMax && await log.RemoveBeforeAsync(beforeMs, cancellationToken) == IAuditLog.RemoveMax; calls++)
            {
                await Task.Yield();
            }
        }
        catch (UnavailableException error)
        {
            RemovingFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old entries of the audit log could not be removed; it is tried again in an hour")]
    private partial void RemovingFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Old entries of the audit log are removed no more: the program stops")]
    private partial void Stopped();
}
