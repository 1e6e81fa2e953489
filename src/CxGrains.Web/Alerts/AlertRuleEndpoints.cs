using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Audit;
using CxGrains.Web.Definitions;
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

/// <summary>Shows, defines and deletes alert rules.</summary>
internal static class AlertRuleEndpoints
{
    private const string Collection = "alert-rules";
    private const int ExamplesMax = 50;
    private const int Examples = 10;

    public static void MapAlertRules(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup($"/{Collection}").WithTags("Alert rules");
        group.MapGet("", ListAsync).RequireAuthorization(Access.SeeDefinitions).WithSummary("The alert rules");
        group.MapPost("/dry-run", DryRunAsync).RequireAuthorization(Access.SeeDefinitions).WithSummary("For whom a rule would have been raised in the last 7 days")
            .AuditReading<DryRunView>(AuditActions.AlertRuleTried, detailOf: view => AuditTrail.Count(view.Examples.Count));
        group.MapGet("/{**id}", GetAsync).RequireAuthorization(Access.SeeDefinitions).WithSummary("One alert rule");
        group.MapPut("/{**id}", PutAsync).RequireAuthorization(Access.Define).WithSummary("Define an alert rule, or change it").AuditChange(AuditActions.AlertRuleChanged);
        group.MapDelete("/{**id}", DeleteAsync).RequireAuthorization(Access.Define).WithSummary("Delete an alert rule; what it raised stays").AuditChange(AuditActions.AlertRuleChanged);
    }

    private static async Task<Ok<AlertRuleList>> ListAsync(HttpContext context, IDefinitions definitions) =>
        TypedResults.Ok(new AlertRuleList((await RulesAsync(context, definitions)).Rules));

    private static async Task<Ok<AlertRule>> GetAsync(HttpContext context, IDefinitions definitions)
    {
        var id = PathId.Of(context, Collection);
        var rule = (await RulesAsync(context, definitions)).Find(id) ?? throw new ProblemException(Problem.NotFound("rule", id));
        Precondition.SetETag(context.Response, rule.Version);
        return TypedResults.Ok(rule);
    }

    private static async Task<Results<Created<AlertRule>, Ok<AlertRule>>> PutAsync(HttpContext context, IDefinitions definitions, IOptions<WebOptions> options)
    {
        var id = PathId.Of(context, Collection);
        var current = (await RulesAsync(context, definitions)).Find(id);
        var expected = Precondition.Check(context.Request, current?.Version);
        var asked = AlertRuleReader.Read(await JsonBody.ParseAsync(context.Request, options.Value.DefinitionBytesMax), id);
        var rules = await definitions.DefineAlertRuleAsync(Caller.Of(context).Workspace, asked, expected, context.RequestAborted);
        var rule = rules.Find(id) ?? asked;
        Precondition.SetETag(context.Response, rule.Version);
        return current is null ? TypedResults.Created($"{CxWebEndpoints.ApiPath}/{Collection}/{Uri.EscapeDataString(id)}", rule) : TypedResults.Ok(rule);
    }

    private static async Task<NoContent> DeleteAsync(HttpContext context, IDefinitions definitions)
    {
        var id = PathId.Of(context, Collection);
        var current = (await RulesAsync(context, definitions)).Find(id) ?? throw new ProblemException(Problem.NotFound("rule", id));
        var expected = Precondition.Check(context.Request, current.Version);
        await definitions.DeleteAlertRuleAsync(Caller.Of(context).Workspace, id, expected, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<DryRunView>> DryRunAsync(HttpContext context, IQueries queries, IOptions<WebOptions> options)
    {
        var rule = AlertRuleReader.Read(await JsonBody.ParseAsync(context.Request, options.Value.DefinitionBytesMax));
        var examples = QueryText.Integer(context.Request, "examples", 1, ExamplesMax, Examples);
        return TypedResults.Ok(await queries.DryRunAsync(Caller.Of(context).Workspace, rule, examples, context.RequestAborted));
    }

    private static async ValueTask<AlertRules> RulesAsync(HttpContext context, IDefinitions definitions) =>
        (await definitions.OfAsync(Caller.Of(context).Workspace, context.RequestAborted)).Alerts;
}
