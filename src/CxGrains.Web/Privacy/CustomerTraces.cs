using System.Text;
using CxGrains.Abstractions.Audit;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Privacy;
using CxGrains.Web.Audit;
using CxGrains.Web.Connectors.Quarantine;
using CxGrains.Web.Delivery.Views;

namespace CxGrains.Web.Privacy;

/// <summary>Looks through what is kept beside the customers themselves for what concerns one of them.</summary>
internal sealed class CustomerTraces(IQueries queries, IDestinations destinations, IOutbox outbox, IPayloadQuarantine quarantine, IAuditLog audit)
{
    /// <summary>Messages of one destination that are looked through, the newest first.</summary>
    public const int MessagesMax = 10_000;

    /// <summary>Entries of the audit log that are given, the newest first.</summary>
    public const int AuditEntriesMax = 10_000;

    // Together they are all alerts that are kept.
    private static readonly string[] AlertStates = [AlertsPart.Open, AlertsPart.Resolved, AlertsPart.Closed];

    /// <summary>The alerts of some ids.</summary>
    public async Task<List<AlertView>> AlertsAsync(string workspace, IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<AlertView>();
        foreach (var state in AlertStates)
        {
            var page = await queries.AlertsAsync(workspace, state, int.MaxValue, cancellationToken);
            found.AddRange(page.Alerts.Where(alert => alert.Customer is { } customer && ids.Contains(customer)));
        }

        return [.. found.OrderByDescending(alert => alert.At)];
    }

    /// <summary>The messages about some ids, and whether all were looked through.</summary>
    public async Task<(List<DeliveryView> Found, bool IsComplete)> DeliveriesAsync(string workspace, IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var (found, isComplete) = (new List<DeliveryView>(), true);
        foreach (var status in await destinations.ListAsync(workspace, cancellationToken))
        {
            isComplete &= await LookThroughAsync(
                before => outbox.DeliveriesAsync(workspace, status.Destination.Id, DeliveryFilter.All, before, OutboxLimits.PageMax, cancellationToken),
                page => found.AddRange(page.Where(entry => ids.Contains(entry.Notice.Customer)).Select(DeliveryView.Of)),
                entry => entry.Sequence,
                OutboxLimits.PageMax,
                MessagesMax);
        }

        return (found, isComplete);
    }

    /// <summary>The payloads in quarantine that name one of some ids, or an e-mail address.</summary>
    public async Task<List<QuarantinedText>> QuarantinedAsync(string workspace, IReadOnlySet<string> ids, string? email, CancellationToken cancellationToken)
    {
        var found = new List<QuarantinedText>();
        await foreach (var id in quarantine.IdsAsync(workspace, null, null, cancellationToken))
        {
            if (await quarantine.FindAsync(workspace, id, cancellationToken) is { } payload
                && PayloadText.Names(payload.Body.Span, text => ids.Contains(text) || string.Equals(text, email, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(new QuarantinedText(
                    payload.Id, payload.Source, DateTimeOffset.FromUnixTimeMilliseconds(payload.ReceivedMs), payload.Reason, Encoding.UTF8.GetString(payload.Body.Span)));
            }
        }

        return found;
    }

    /// <summary>The entries of the audit log about some ids, and whether these are all.</summary>
    public async Task<(List<AuditEntryView> Found, bool IsComplete)> AuditAsync(string workspace, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var (found, isComplete) = (new List<AuditEntryView>(), true);
        foreach (var id in ids)
        {
            isComplete &= await LookThroughAsync(
                before => audit.ListAsync(workspace, new AuditQuery { Customer = id, Before = before, Limit = IAuditLog.PageMax }, cancellationToken),
                page => found.AddRange(page.Select(AuditEntryView.Of)),
                entry => entry.Sequence,
                IAuditLog.PageMax,
                AuditEntriesMax - found.Count);
        }

        return ([.. found.OrderByDescending(entry => entry.Id)], isComplete);
    }

    // Page by page, the newest first, until one is not full or so many were seen; tells whether those were all.
    private static async Task<bool> LookThroughAsync<T>(
        Func<long, ValueTask<IReadOnlyList<T>>> pageBefore, Action<IReadOnlyList<T>> look, Func<T, long> sequenceOf, int pageMax, int countMax)
    {
        var (before, seen) = (long.MaxValue, 0);
        do
        {
            var page = await pageBefore(before);
            look(page);
            if (page.Count < pageMax)
            {
                return true;
            }

            seen += page.Count;
            before = sequenceOf(page[^1]);
        }
        while (seen < countMax);

        return false;
    }
}
