using CxGrains.Abstractions.Reports;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Reports;

/// <summary>Looks now and then, in every workspace, which reports are due, and issues them. Where nobody draws reports there is none to issue.</summary>
internal sealed partial class ReportLooks(EmbeddedRuntime runtime, IEnumerable<ReportDesk> desks, TimeProvider time, ILogger<ReportLooks> logger)
    : WorkspaceLooks(runtime, time, ReportDesk.LookEvery)
{
    private readonly ReportDesk? _desk = desks.SingleOrDefault();

    /// <inheritdoc/>
    protected override Task LookAsync(string workspace, long nowMs) =>
        _desk?.LookAsync(workspace, nowMs, (report, error) => LogNotIssued(error, report, workspace), CancellationToken.None) ?? Task.CompletedTask;

    /// <inheritdoc/>
    protected override void TellFailed(Exception error, string workspace) => LogFailed(error, workspace);

    /// <inheritdoc/>
    protected override void TellNotLooked(Exception error) => LogNotLooked(error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Report {Report} of workspace {Workspace} could not be issued; the next look tries again")]
    private partial void LogNotIssued(Exception error, string report, string workspace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked which reports of workspace {Workspace} are due; the next look tries again")]
    private partial void LogFailed(Exception error, string workspace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked which reports are due; the next look tries again")]
    private partial void LogNotLooked(Exception error);
}
