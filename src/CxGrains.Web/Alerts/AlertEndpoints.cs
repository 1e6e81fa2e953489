using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Views;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Audit;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Alerts;

/// <summary>What people do with alerts. It changes what others see and are told, so that a key that only reads may not.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/alerts/{id}").WithTags("Alerts").RequireAuthorization(Access.HandleAlerts);
        group.MapAct("take", AlertAction.Take, AuditActions.AlertTaken, "See to an alert; its subject raises no other until it is resolved");
        group.MapAct("snooze", AlertAction.Snooze, AuditActions.AlertSnoozed, "Put an alert off until a time");
        group.MapAct("resolve", AlertAction.Resolve, AuditActions.AlertResolved, "Be through with an alert, and say what became of it");
    }

    private static void MapAct(this IEndpointRouteBuilder alert, string verb, AlertAction action, string audited, string summary) =>
        alert.MapPost("/" + verb, (HttpContext context, IAlertHandling alerts, TimeProvider time, IOptions<WebOptions> options) =>
            HandleAsync(context, verb, action, alerts, time, options)).WithSummary(summary)
            .AuditReading<AlertView>(audited, view => view.Customer, view => view.Rule, repeats: false);

    private static async Task<Ok<AlertView>> HandleAsync(
        HttpContext context, string verb, AlertAction action, IAlertHandling alerts, TimeProvider time, IOptions<WebOptions> options)
    {
        var (caller, id) = (Caller.Of(context), PathId.Of(context, "alerts", verb));
        var fields = AlertActBody.FieldsOf(action);
        var body = JsonBody.IsMissing(context) ? null : await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, fields);
        var act = AlertActBody.Read(body, action, caller.Name, time.GetUtcNow());
        var handled = await alerts.HandleAsync(caller.Workspace, id, act, context.RequestAborted);
        return TypedResults.Ok(handled ?? throw new ProblemException(Problem.NotFound("alert", id)));
    }
}
