using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Domain;
using CxGrains.Domain.Scores;
using CxGrains.Web.Audit;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Queries;

/// <summary>Surveys held against another window or by segment, their comments, and what two segments share.</summary>
internal static class ComparisonEndpoints
{
    public static void MapComparisons(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Queries").RequireAuthorization(Access.Query);
        group.MapGet("/segments/{id}/overlap", OverlapAsync).WithSummary("How many customers belong to two segments");
        group.MapGet("/surveys/{id}/comparison", CompareAsync).WithSummary("A survey's score against another window, or of two segments");
        group.MapGet("/surveys/{id}/segments", SegmentsAsync).WithSummary("What a survey measures, by segment");
        group.MapGet("/surveys/{id}/comments", CommentsAsync).WithSummary("The comments of a survey that match")
            .AuditReading<CommentsView>(AuditActions.CommentsRead, detailOf: comments => comments.Survey);
    }

    private static async Task<Ok<SegmentOverlapView>> OverlapAsync(HttpContext context, IQueries queries)
    {
        var id = IdOf(context, "segments", "overlap");
        var with = Bounded(context.Request, "with") ?? throw new InvalidFieldException("with", "is missing: the other segment's id");
        var overlap = await queries.OverlapAsync(Caller.Of(context).Workspace, id, with, context.RequestAborted);
        return TypedResults.Ok(overlap ?? throw new ProblemException(Problem.NotFound("segment", id)));
    }

    private static async Task<Ok<ComparisonView>> CompareAsync(HttpContext context, IQueries queries)
    {
        var request = context.Request;
        var query = new ComparisonQuery
        {
            Survey = IdOf(context, "surveys", "comparison"),
            WindowDays = QueryText.Days(request, "window", QueryEndpoints.WindowDays),
            AsOf = QueryText.Instant(request, "asOf"),
            Against = QueryText.Instant(request, "against"),
            Segment = Bounded(request, "segment"),
            With = Bounded(request, "with"),
        };
        if (query.Segment is null && query.With is not null)
        {
            throw new InvalidFieldException("with", "is the segment that another is held against, which is missing: segment");
        }

        if (query.Segment is not null && query.Against is not null)
        {
            throw new InvalidFieldException("against", "is for windows; two segments are compared in the same one");
        }

        var comparison = await queries.CompareAsync(Caller.Of(context).Workspace, query, context.RequestAborted);
        return TypedResults.Ok(comparison ?? throw new ProblemException(Problem.NotFound("survey", query.Survey)));
    }

    private static async Task<Ok<SurveySegmentsView>> SegmentsAsync(HttpContext context, IQueries queries)
    {
        var id = IdOf(context, "surveys", "segments");
        var days = QueryText.Days(context.Request, "window", QueryEndpoints.WindowDays);
        var segments = await queries.SurveySegmentsAsync(Caller.Of(context).Workspace, id, days, QueryText.Instant(context.Request, "asOf"), context.RequestAborted);
        return TypedResults.Ok(segments ?? throw new ProblemException(Problem.NotFound("survey", id)));
    }

    private static async Task<Ok<CommentsView>> CommentsAsync(HttpContext context, IQueries queries)
    {
        var request = context.Request;
        var query = new CommentQuery
        {
            Survey = IdOf(context, "surveys", "comments"),
            WindowDays = QueryText.Days(request, "window", QueryEndpoints.WindowDays),
            AsOf = QueryText.Instant(request, "asOf"),
            Category = CategoryOf(request),
            Channel = Bounded(request, "channel"),
            Search = Bounded(request, "q"),
            Limit = QueryText.Integer(request, "limit", 1, CommentQuery.LimitMax, 50),
        };
        var comments = await queries.CommentsAsync(Caller.Of(context).Workspace, query, context.RequestAborted);
        return TypedResults.Ok(comments ?? throw new ProblemException(Problem.NotFound("survey", query.Survey)));
    }

    private static string? CategoryOf(HttpRequest request) => QueryText.Find(request, "category") switch
    {
        null => null,
        { } category when AnswerCategory.All.Contains(category) => category,
        { } other => throw new InvalidFieldException("category", $"'{Text.Shorten(other)}' is none of {string.Join(", ", AnswerCategory.All)}"),
    };

    private static string IdOf(HttpContext context, string collection, string verb) => Text.CheckId(PathId.Of(context, collection, verb), "id");

    private static string? Bounded(HttpRequest request, string name) => QueryText.Find(request, name) is { } text ? Text.CheckId(text, name) : null;
}
