using CxGrains.Abstractions.Reports;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Reports;

/// <summary>Looks now and then, in every workspace, which reports are due, and issues them. Where nobody draws reports there is none to issue.</summary>
internal sealed partial class ReportLooks(EmbeddedRuntime runtime, IEnumerable<ReportDesk> desks, TimeProvider time, ILogger<ReportLooks> logger)
    : WorkspaceLooks(runtime, time, ReportDesk.LookEvery, logger)
{
    private readonly ReportDesk? _desk = desks.SingleOrDefault();

    /// <inheritdoc/>
    protected override Task LookAsync(string workspace) =>
        _desk?.LookAsync(workspace, NowMs, (report, error) => LogNotIssued(Logger, error, report, workspace), CancellationToken.None) ?? Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Report {Report} of workspace {Workspace} could not be issued; the next look tries again")]
    private static partial void LogNotIssued(ILogger logger, Exception error, string report, string workspace);
}
