using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Documents;
using CxGrains.Domain.Reports;

namespace CxGrains.Abstractions.Reports;

/// <summary>Reports and their issues as documents.</summary>
public sealed class ReportStore(IDocuments documents)
{
    private const int RevokeTries = 5;

    /// <summary>The reports of a workspace, by id.</summary>
    public async ValueTask<IReadOnlyList<ReportRecord>> ListAsync(string workspace, CancellationToken cancellationToken) =>
        [.. (await documents.OfAsync(workspace, ReportRecord.DocumentKind, cancellationToken)).Select(ReportRecord.Of)];

    /// <summary>One report; null where there is none.</summary>
    public async ValueTask<ReportRecord?> FindAsync(string workspace, string id, CancellationToken cancellationToken) =>
        await documents.FindAsync(workspace, ReportRecord.DocumentKind, id, cancellationToken) is { } document ? ReportRecord.Of(document) : null;

    /// <summary>Stores a report.</summary>
    /// <param name="record">The report.</param>
    /// <param name="expectedVersion">The version it must have now; 0 for none.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    /// <exception cref="Domain.InvalidFieldException">There are as many as there may be.</exception>
    public async ValueTask<ReportRecord> PutAsync(ReportRecord record, int expectedVersion, CancellationToken cancellationToken)
    {
        if (expectedVersion == 0)
        {
            var count = (await documents.OfAsync(record.Workspace, ReportRecord.DocumentKind, cancellationToken)).Count;
            DefinitionRules.ThrowIfFull("id", count, ReportLimits.ReportsMax, "reports in this workspace");
        }

        return ReportRecord.Of(await documents.PutAsync(record.ToDocument(), expectedVersion, cancellationToken));
    }

    /// <summary>Removes a report with its issues: no link of it opens any more.</summary>
    public async ValueTask RemoveAsync(ReportRecord record, CancellationToken cancellationToken)
    {
        // The issues first: where it ends in between, the report is there to be removed again. Then those that were made meanwhile.
        await RemoveIssuesAsync(record, cancellationToken);
        await documents.RemoveAsync(record.Workspace, ReportRecord.DocumentKind, record.Report.Id, cancellationToken);
        await RemoveIssuesAsync(record, cancellationToken);
    }

    /// <summary>All that is known of a report's issues, also of those that were revoked, the newest first.</summary>
    public async ValueTask<IReadOnlyList<ReportIssue>> IssuesAsync(ReportRecord record, CancellationToken cancellationToken) =>
    [
        .. (await documents.OfAsync(record.Workspace, ReportIssue.KindOf(record.Code), cancellationToken)).Select(ReportIssue.Of)
            .OrderByDescending(issue => issue.IssuedMs).ThenByDescending(issue => issue.Id, StringComparer.Ordinal),
    ];

    /// <summary>One issue, also where it was revoked; null where there is none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="code">The report's code.</param>
    /// <param name="id">The issue's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async ValueTask<ReportIssue?> FindIssueAsync(string workspace, string code, string id, CancellationToken cancellationToken) =>
        await documents.FindAsync(workspace, ReportIssue.KindOf(code), id, cancellationToken) is { } document ? ReportIssue.Of(document) : null;

    /// <summary>The issue that a link opens; null where it opens none, or none any more.</summary>
    /// <param name="token">What the link ends with.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async ValueTask<ReportIssue?> OpenAsync(string token, CancellationToken cancellationToken) =>
        ReportIssue.CodeIn(token) is { } code && await documents.FindByKeyAsync(ReportIssue.KindOf(code), ReportIssue.HashOf(token), cancellationToken) is { } document
            ? ReportIssue.Of(document)
            : null;

    /// <summary>Adds an issue, unless there is one of its id.</summary>
    /// <returns>The issue there is now: another one where somebody was sooner; null where the report was removed meanwhile.</returns>
    public async ValueTask<ReportIssue?> AddIssueAsync(ReportRecord record, ReportIssue issue, CancellationToken cancellationToken)
    {
        var added = await TryPutAsync(issue, cancellationToken) ?? await FindIssueAsync(issue.Workspace, issue.Code, issue.Id, cancellationToken);
        if ((await FindAsync(record.Workspace, record.Report.Id, cancellationToken))?.Code != record.Code)
        {
            await documents.RemoveAsync(issue.Workspace, ReportIssue.KindOf(issue.Code), issue.Id, cancellationToken);
            return null;
        }

        await PruneAsync(record, cancellationToken);
        return added;
    }

    /// <summary>Stores a change of an issue.</summary>
    /// <returns>The issue; null where it is another one now.</returns>
    public async ValueTask<ReportIssue?> TryPutAsync(ReportIssue issue, CancellationToken cancellationToken)
    {
        try
        {
            return ReportIssue.Of(await documents.PutAsync(issue.ToDocument(), issue.Version, cancellationToken));
        }
        catch (VersionConflictException)
        {
            // Somebody was sooner, which is what the caller asks.
            return null;
        }
    }

    /// <summary>Deletes an issue's page, and with it the link.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ConflictException">It changed again and again meanwhile.</exception>
    public async ValueTask<bool> RevokeAsync(ReportRecord record, string id, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < RevokeTries; tries++)
        {
            if (await FindIssueAsync(record.Workspace, record.Code, id, cancellationToken) is not { IsRevoked: false } issue)
            {
                return false;
            }

            if (await TryPutAsync(issue.Revoked(), cancellationToken) is not null)
            {
                return true;
            }
        }

        throw new ConflictException($"Issue '{id}' of report '{record.Report.Id}' is being changed");
    }

    private async ValueTask PruneAsync(ReportRecord record, CancellationToken cancellationToken)
    {
        var issues = await IssuesAsync(record, cancellationToken);

        // It says that its period was issued; by hand others may be made in any number after it.
        var latest = issues.FirstOrDefault(issue => issue.IsScheduled);
        foreach (var old in issues.Skip(ReportLimits.IssuesMax).Where(issue => issue.Id != latest?.Id))
        {
            await documents.RemoveAsync(record.Workspace, ReportIssue.KindOf(record.Code), old.Id, cancellationToken);
        }
    }

    private async ValueTask RemoveIssuesAsync(ReportRecord record, CancellationToken cancellationToken)
    {
        foreach (var issue in await IssuesAsync(record, cancellationToken))
        {
            await documents.RemoveAsync(record.Workspace, ReportIssue.KindOf(record.Code), issue.Id, cancellationToken);
        }
    }
}
