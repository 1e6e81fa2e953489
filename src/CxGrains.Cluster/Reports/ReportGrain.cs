using CxGrains.Abstractions.Reports;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Reports;

/// <inheritdoc cref="IReportGrain"/>
/// <remarks>It stores nothing. Two of it for a while draw the same twice, and issue it once. Where nobody draws reports there is none to issue.</remarks>
[GrainType("report")]
internal sealed partial class ReportGrain(IEnumerable<ReportDesk> desks, Clock clock, ILogger<ReportGrain> logger) : Grain, IReportGrain
{
    private readonly ReportDesk? _desk = desks.SingleOrDefault();
    private long _lookedMs;

    private string Workspace => GrainKeys.Split(this.GetPrimaryKeyString()).Workspace;

    /// <inheritdoc/>
    public async Task LookAsync(bool isForced)
    {
        var nowMs = clock.NowMs;
        if (_desk is null || (!isForced && nowMs - _lookedMs < ReportDesk.LookEvery.TotalMilliseconds))
        {
            return;
        }

        _lookedMs = nowMs;
        await GrainCalls.ForCallersAsync(() => _desk.LookAsync(Workspace, nowMs, (report, error) => LogNotIssued(error, report, Workspace), CancellationToken.None));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Report {Report} of workspace {Workspace} could not be issued; the next look tries again")]
    private partial void LogNotIssued(Exception error, string report, string workspace);
}
