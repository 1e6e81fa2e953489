using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Web.Audit;
using CxGrains.Web.Definitions;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Queries;

/// <summary>What readers may ask.</summary>
internal static class QueryEndpoints
{
    /// <summary>Days of a survey's window where none is asked.</summary>
    public const int WindowDays = 30;

    private const int AlertsMax = 200;
    private const int Alerts = 50;

    public static void MapQueries(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Queries").RequireAuthorization(Access.Query);
        group.MapGet("/workspace", WorkspaceAsync).WithSummary("The workspace at a glance").AuditReading<WorkspaceView>(AuditActions.WorkspaceRead);
        group.MapGet("/customers", CustomersAsync).WithSummary("A page of customers")
            .AuditReading<CustomerPage>(AuditActions.CustomersList, detailOf: page => AuditTrail.Count(page.Customers.Count));
        group.MapGet("/customers/{**id}", CustomerAsync).WithSummary("One customer").AuditReading<CustomerView>(AuditActions.CustomerRead, customer => customer.Id);
        group.MapGet("/surveys", SurveysAsync).WithSummary("The surveys");
        group.MapGet("/surveys/{**id}", SurveyAsync).WithSummary("One survey over a window").AuditReading<SurveyView>(AuditActions.CommentsRead, detailOf: survey => survey.Id);
        group.MapPost("/segments/count", CountAsync).WithSummary("How many customers a segment's rule would have");
        group.MapGet("/segments", SegmentsAsync).WithSummary("The segments");
        group.MapGet("/segments/{**id}", SegmentAsync).WithSummary("One segment");
        group.MapGet("/insights", InsightsAsync).WithSummary("What stands behind the scores");
        group.MapGet("/model", ModelAsync).WithSummary("The churn model and how right it has been");
        group.MapGet("/alerts", AlertsAsync).WithSummary("Alerts, newest first")
            .AuditReading<AlertPage>(AuditActions.AlertsRead, detailOf: page => AuditTrail.Count(page.Alerts.Count));
    }

    private static async Task<Ok<WorkspaceView>> WorkspaceAsync(HttpContext context, IQueries queries) =>
        TypedResults.Ok(await queries.WorkspaceAsync(Caller.Of(context).Workspace, QueryText.Instant(context.Request, "asOf"), context.RequestAborted));

    private static async Task<Ok<CustomerPage>> CustomersAsync(HttpContext context, IQueries queries)
    {
        var request = context.Request;
        var query = new CustomerQuery
        {
            Search = QueryText.Id(request, "q"),
            Band = QueryText.OneOf<RiskBand>(request, "band"),
            Segment = QueryText.Id(request, "segment"),
            Account = QueryText.Id(request, "account"),
            Rule = RuleOf(request),
            Sort = QueryText.OneOf<CustomerSort>(request, "sort") ?? CustomerSort.Risk,
            Reverse = QueryText.Flag(request, "reverse"),
            Limit = QueryText.Integer(request, "limit", 1, CustomerQuery.LimitMax, new CustomerQuery().Limit),
            Cursor = QueryText.Find(request, "cursor"),
            AsOf = QueryText.Instant(request, "asOf"),
        };
        return TypedResults.Ok(await queries.CustomersAsync(Caller.Of(context).Workspace, query, context.RequestAborted));
    }

    private static async Task<Ok<RuleCountView>> CountAsync(HttpContext context, IQueries queries, IOptions<WebOptions> options)
    {
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "rule");
        var rule = SegmentRule.Parse(body.Find("rule") ?? throw new InvalidFieldException("rule", "is missing"));
        return TypedResults.Ok(await queries.CountAsync(Caller.Of(context).Workspace, rule, context.RequestAborted));
    }

    private static async Task<Ok<CustomerView>> CustomerAsync(HttpContext context, IQueries queries)
    {
        var id = PathId.Of(context, "customers");
        var asOf = QueryText.Instant(context.Request, "asOf");
        var customer = await queries.CustomerAsync(Caller.Of(context).Workspace, id, asOf, context.RequestAborted);
        return TypedResults.Ok(customer ?? throw new ProblemException(Problem.NotFound("customer", id)));
    }

    private static async Task<Ok<SurveyList>> SurveysAsync(HttpContext context, IQueries queries) =>
        TypedResults.Ok(new SurveyList((await queries.WorkspaceAsync(Caller.Of(context).Workspace, null, context.RequestAborted)).Surveys));

    private static async Task<Ok<SurveyView>> SurveyAsync(HttpContext context, IQueries queries, IDefinitions definitions)
    {
        var (workspace, id) = (Caller.Of(context).Workspace, PathId.Of(context, "surveys"));
        var days = QueryText.Days(context.Request, "window", WindowDays);
        var survey = await queries.SurveyAsync(workspace, id, days, QueryText.Instant(context.Request, "asOf"), context.RequestAborted);
        Precondition.SetETag(context.Response, (await definitions.OfAsync(workspace, context.RequestAborted)).Surveys.GetValueOrDefault(id)?.Version);
        return TypedResults.Ok(survey ?? throw new ProblemException(Problem.NotFound("survey", id)));
    }

    private static async Task<Ok<SegmentList>> SegmentsAsync(HttpContext context, IQueries queries) =>
        TypedResults.Ok(new SegmentList((await queries.WorkspaceAsync(Caller.Of(context).Workspace, null, context.RequestAborted)).Segments));

    private static async Task<Ok<SegmentView>> SegmentAsync(HttpContext context, IQueries queries, IDefinitions definitions)
    {
        var (workspace, id) = (Caller.Of(context).Workspace, PathId.Of(context, "segments"));
        var segment = await queries.SegmentAsync(workspace, id, QueryText.Instant(context.Request, "asOf"), context.RequestAborted);
        Precondition.SetETag(context.Response, (await definitions.OfAsync(workspace, context.RequestAborted)).Segments.GetValueOrDefault(id)?.Version);
        return TypedResults.Ok(segment ?? throw new ProblemException(Problem.NotFound("segment", id)));
    }

    private static async Task<Ok<ModelView>> ModelAsync(HttpContext context, IQueries queries) =>
        TypedResults.Ok(await queries.ModelAsync(Caller.Of(context).Workspace, context.RequestAborted));

    private static async Task<Ok<InsightsView>> InsightsAsync(HttpContext context, IQueries queries)
    {
        var segment = QueryText.Id(context.Request, "segment");
        var days = QueryText.Days(context.Request, "window", WindowDays);
        var insights = await queries.InsightsAsync(Caller.Of(context).Workspace, segment, days, QueryText.Instant(context.Request, "asOf"), context.RequestAborted);
        return TypedResults.Ok(insights ?? throw new ProblemException(Problem.NotFound("segment", segment!)));
    }

    private static async Task<Ok<AlertPage>> AlertsAsync(HttpContext context, IQueries queries)
    {
        var state = QueryText.Find(context.Request, "state") ?? "open";
        if (!AlertsPart.States.Contains(state))
        {
            throw new InvalidFieldException("state", $"'{Text.Shorten(state)}' is none of {string.Join(", ", AlertsPart.States)}");
        }

        var limit = QueryText.Integer(context.Request, "limit", 1, AlertsMax, Alerts);
        return TypedResults.Ok(await queries.AlertsAsync(Caller.Of(context).Workspace, state, limit, context.RequestAborted));
    }

    private static string? RuleOf(HttpRequest request) => QueryText.Find(request, "rule") switch
    {
        null => null,
        { Length: <= CustomerQuery.RuleCharsMax } rule => rule,
        { } rule => throw new InvalidFieldException("rule", $"has {rule.Length} characters and may have {CustomerQuery.RuleCharsMax}"),
    };
}
