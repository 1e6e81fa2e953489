using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain;
using CxGrains.Domain.Reports;

namespace CxGrains.Abstractions.Reports;

/// <summary>
/// Issues reports. The one owner in each runtime looks now and then what is due. That each period is issued once, and sent once, does not rest on
/// there being one owner: an issue is stored under its period's key unless there is one already, and its messages have ids that follow from it.
/// </summary>
public sealed class ReportDesk(ReportStore store, IOutbox outbox, IReportRenderer renderer)
{
    /// <summary>How often is looked.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    // What is remembered only saves reading again what is known to be done.
    private const int DoneMax = 10_000;
    private const int OwnIdBytes = 4;

    private readonly ConcurrentDictionary<(string Workspace, string Code), string> _done = new();

    /// <summary>Issues what is due in a workspace: of each report the latest turn, where it is not issued yet, and sends what is not sent yet.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="failed">Told of each report that could not be issued, with its id; the next look tries it again. The others are issued.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LookAsync(string workspace, long nowMs, Action<string, Exception> failed, CancellationToken cancellationToken)
    {
        foreach (var record in await store.ListAsync(workspace, cancellationToken))
        {
            var period = record.Report.Schedule.LatestDue(nowMs);
            if (!record.Report.Enabled || period.DueMs <= record.SinceMs || _done.GetValueOrDefault((workspace, record.Code)) == period.Key)
            {
                continue;
            }

            try
            {
                await IssueAsync(record, period, nowMs, cancellationToken);
                Remember(workspace, record.Code, period.Key);
            }
            catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
            {
                failed(record.Report.Id, error);
            }
        }
    }

    /// <summary>Issues a report now, whatever its schedule says: with today's data so far.</summary>
    /// <param name="record">The report.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="sends">Whether to send it to the report's recipients as well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The issue; null where the report was removed meanwhile.</returns>
    /// <exception cref="ReportException">What it shows is not defined, or it has become too large.</exception>
    public async Task<ReportIssue?> IssueNowAsync(ReportRecord record, long nowMs, bool sends, CancellationToken cancellationToken)
    {
        var own = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(OwnIdBytes));
        var id = string.Create(CultureInfo.InvariantCulture, $"{Instants.ToTime(nowMs):yyyy-MM-dd'T'HHmmss}-{own}");
        var issue = await AddAsync(record, id, isScheduled: false, Instants.DayOf(nowMs), nowMs, cancellationToken);
        return issue is null ? null : await SendAsync(record, issue, sends ? record.Report.Recipients : [], nowMs, cancellationToken);
    }

    private async Task IssueAsync(ReportRecord record, ReportPeriod period, long nowMs, CancellationToken cancellationToken)
    {
        // Whole days only: the day it is issued on has hardly begun.
        var issue = await store.FindIssueAsync(record.Workspace, record.Code, period.Key, cancellationToken)
            ?? await AddAsync(record, period.Key, isScheduled: true, Instants.DayOf(period.DueMs) - 1, nowMs, cancellationToken);
        if (issue is { IsMailed: false, IsRevoked: false })
        {
            await SendAsync(record, issue, record.Report.Recipients, nowMs, cancellationToken);
        }
    }

    private async Task<ReportIssue?> AddAsync(ReportRecord record, string id, bool isScheduled, int toDay, long nowMs, CancellationToken cancellationToken)
    {
        var ask = new ReportAsk(record.Workspace, record.Report, toDay - record.Report.WindowDays + 1, toDay, nowMs);
        var rendered = await renderer.RenderAsync(ask, cancellationToken);
        return await store.AddIssueAsync(record, ReportIssue.New(record, id, isScheduled, ask, rendered), cancellationToken);
    }

    // A crash in between sends it again, by the same id, which the outbox takes once.
    private async Task<ReportIssue> SendAsync(ReportRecord record, ReportIssue issue, IReadOnlyList<string> recipients, long nowMs, CancellationToken cancellationToken)
    {
        var notice = Notice.Of(record, issue);
        foreach (var recipient in recipients)
        {
            await outbox.AddOnceAsync(record.Workspace, recipient, notice, nowMs, cancellationToken);
        }

        return await store.TryPutAsync(issue.Mailed(), cancellationToken) ?? issue;
    }

    private void Remember(string workspace, string code, string key)
    {
        if (_done.Count >= DoneMax)
        {
            _done.Clear();
        }

        _done[(workspace, code)] = key;
    }
}
