using System.Globalization;
using CxGrains.Abstractions.Audit;
using CxGrains.Abstractions.Live;
using CxGrains.Web.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CxGrains.Web.Audit;

/// <summary>Writes down who did what. Whoever reads or changes goes on only when that is durable.</summary>
internal sealed class AuditTrail(IAuditLog log, TimeProvider time)
{
    private const string Refused = "refused";

    // Whoever has a report's link is nobody in particular.
    private const string Link = "link";

    private readonly RecentReadings _recent = new();

    /// <summary>Writes down what the caller of a request does.</summary>
    /// <param name="context">The request.</param>
    /// <param name="action">What, one of <see cref="AuditActions"/>.</param>
    /// <param name="customer">The customer concerned, if it is one.</param>
    /// <param name="detail">Which thing, where it is no customer.</param>
    public ValueTask RecordAsync(HttpContext context, string action, string? customer, string detail) =>
        RecordAsync(Caller.Of(context), context, action, customer, detail);

    /// <summary>
    /// Writes down what the caller of a request reads, but not again within <see cref="RecentReadings.RepeatMinutes"/>: a page that asks every
    /// few seconds is one reading.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="action">What, one of <see cref="AuditActions"/>.</param>
    /// <param name="customer">The customer concerned, if it is one.</param>
    /// <param name="detail">Which thing, where it is no customer, or how many.</param>
    public ValueTask ReadAsync(HttpContext context, string action, string? customer, string detail) => ReadAsync(
        Caller.Of(context), context, action, customer, detail, $"{context.Request.Method} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}");

    /// <summary>Writes down that a page begins to show a topic; nothing for those that show no customer.</summary>
    public async ValueTask SubscribeAsync(Caller caller, HttpContext? context, Topic topic)
    {
        var action = topic.Kind switch
        {
            TopicKind.Workspace => AuditActions.WorkspaceRead,
            TopicKind.Customer => AuditActions.CustomerRead,
            TopicKind.Survey => AuditActions.CommentsRead,
            TopicKind.Alerts => AuditActions.AlertsRead,
            _ => null,
        };
        if (action is not null)
        {
            await ReadAsync(caller, context, action, topic.Kind == TopicKind.Customer ? topic.Id : null, topic.Kind == TopicKind.Survey ? topic.Id : "", topic.ToString());
        }
    }

    /// <summary>Writes down that somebody who is not signed in reads what a link opens; as with other readings not again for a while.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="context">The request.</param>
    /// <param name="action">What, one of <see cref="AuditActions"/>.</param>
    /// <param name="detail">Which thing.</param>
    public async ValueTask OpenedAsync(string workspace, HttpContext context, string action, string detail)
    {
        var (reading, nowMs) = (string.Join('\n', workspace, Link, AddressOf(context), detail), time.GetUtcNow().ToUnixTimeMilliseconds());
        if (!_recent.Has(reading, nowMs))
        {
            var act = new AuditAct { AtMs = nowMs, By = Link, ByName = Link, Action = action, Address = AddressOf(context), Detail = detail };
            await log.AppendAsync(workspace, act, CancellationToken.None);
            _recent.Add(reading, nowMs);
        }
    }

    /// <summary>
    /// Writes down a change, makes it, and where it is refused, by an exception or by its answer, writes down that as well.
    /// </summary>
    /// <typeparam name="T">What is answered.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="action">What, one of <see cref="AuditActions"/>.</param>
    /// <param name="customer">The customer concerned, if it is one.</param>
    /// <param name="detail">Which thing, where it is no customer.</param>
    /// <param name="change">Makes it.</param>
    public async ValueTask<T> ChangeAsync<T>(HttpContext context, string action, string? customer, string detail, Func<ValueTask<T>> change)
    {
        await RecordAsync(context, action, customer, detail);
        T answer;
        try
        {
            answer = await change();
        }
        catch
        {
            await RefusedAsync(context, action, customer, detail);
            throw;
        }

        if ((answer is INestedHttpResult nested ? nested.Result : answer as object) is IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
        {
            await RefusedAsync(context, action, customer, detail);
        }

        return answer;
    }

    /// <summary>Writes down that a change was refused that is written down already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="action">What, one of <see cref="AuditActions"/>.</param>
    /// <param name="customer">The customer concerned, if it is one.</param>
    /// <param name="detail">Which thing, where it is no customer.</param>
    public ValueTask RefusedAsync(HttpContext context, string action, string? customer, string detail) =>
        RecordAsync(context, action, customer, detail.Length == 0 ? Refused : $"{detail}: {Refused}");

    /// <summary>A number of things, as the log's detail has it.</summary>
    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private async ValueTask ReadAsync(Caller caller, HttpContext? context, string action, string? customer, string detail, string what)
    {
        var reading = string.Join('\n', caller.Workspace, caller.Identity, AddressOf(context), what);
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (!_recent.Has(reading, nowMs))
        {
            await RecordAsync(caller, context, action, customer, detail);
            _recent.Add(reading, nowMs);
        }
    }

    /// <summary>Writes down what somebody does who need not be the caller of the request, as when signing in.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="context">The request; null where there is none any more.</param>
    /// <param name="action">What, one of <see cref="AuditActions"/>.</param>
    /// <param name="customer">The customer concerned, if it is one.</param>
    /// <param name="detail">Which thing, where it is no customer.</param>
    public ValueTask RecordAsync(Caller caller, HttpContext? context, string action, string? customer, string detail)
    {
        var act = new AuditAct
        {
            AtMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
            By = caller.AuditId,
            ByName = caller.Name,
            Action = action,
            Customer = customer,
            Address = AddressOf(context),
            Detail = detail,
        };

        // Not the request's own end: what somebody was about to see is written down though the browser has gone.
        return log.AppendAsync(caller.Workspace, act, CancellationToken.None);
    }

    private static string AddressOf(HttpContext? context) => context?.Connection.RemoteIpAddress?.ToString() ?? "";
}
