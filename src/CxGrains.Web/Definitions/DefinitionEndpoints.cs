using CxGrains.Abstractions.Definitions;
using CxGrains.Domain;
using CxGrains.Domain.Segments;
using CxGrains.Web.Audit;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Definitions;

/// <summary>Defines surveys and segments.</summary>
internal static class DefinitionEndpoints
{
    public static void MapDefinitions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Definitions").RequireAuthorization(Access.Define);
        group.MapPut("/surveys/{**id}", PutSurveyAsync).WithSummary("Define a survey, or rename it").AuditChange(AuditActions.SurveyChanged);
        group.MapPut("/segments/{**id}", PutSegmentAsync).WithSummary("Define a segment, or change it").AuditChange(AuditActions.SegmentChanged);
    }

    private static async Task<Results<Created<SurveyDefinitionView>, Ok<SurveyDefinitionView>>> PutSurveyAsync(
        HttpContext context, IDefinitions definitions, IOptions<WebOptions> options)
    {
        var (workspace, id) = (Caller.Of(context).Workspace, PathId.Of(context, "surveys"));
        var current = (await definitions.OfAsync(workspace, context.RequestAborted)).Surveys.GetValueOrDefault(id);
        var expected = Precondition.Check(context.Request, current?.Version);
        var asked = await SurveyBody.ReadAsync(context.Request, id, current, options.Value.DefinitionBytesMax);
        var defined = await definitions.DefineSurveyAsync(workspace, asked, expected, context.RequestAborted);
        Precondition.SetETag(context.Response, defined.Version);
        var view = SurveyDefinitionView.Of(defined);
        return current is null ? TypedResults.Created(LocationOf("surveys", id), view) : TypedResults.Ok(view);
    }

    private static async Task<Results<Created<SegmentDefinitionView>, Ok<SegmentDefinitionView>>> PutSegmentAsync(
        HttpContext context, IDefinitions definitions, IOptions<WebOptions> options)
    {
        var (workspace, id) = (Caller.Of(context).Workspace, PathId.Of(context, "segments"));
        var current = (await definitions.OfAsync(workspace, context.RequestAborted)).Segments.GetValueOrDefault(id);
        var expected = Precondition.Check(context.Request, current?.Version);
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "id", "name", "rule");
        DefinitionId.MustBe(body, id);
        var name = Text.CheckName(body.FindText("name") ?? current?.Name ?? id, "name");
        var rule = SegmentRule.Parse(body.Find("rule") ?? throw new InvalidFieldException("rule", "is missing"));
        var defined = await definitions.DefineSegmentAsync(workspace, id, name, rule, expected, context.RequestAborted);
        Precondition.SetETag(context.Response, defined.Version);
        var view = new SegmentDefinitionView(defined.Id, defined.Name, defined.Rule.Source);
        return current is null ? TypedResults.Created(LocationOf("segments", id), view) : TypedResults.Ok(view);
    }

    private static string LocationOf(string collection, string id) => $"{CxWebEndpoints.ApiPath}/{collection}/{Uri.EscapeDataString(id)}";
}
