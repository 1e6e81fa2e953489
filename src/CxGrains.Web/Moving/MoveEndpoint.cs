using System.Globalization;
using System.Text.Json;
using CxGrains.Abstractions.Moving;
using CxGrains.Domain;
using CxGrains.Web.Audit;
using CxGrains.Web.Ingest;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Moving;

/// <summary>Takes in a data directory that <c>cx move</c> reads. Only an admin key of the installation's own workspace may: keys of all workspaces come with it.</summary>
internal static class MoveEndpoint
{
    private const int SourceIdChars = 64;
    private const int PartitionsMax = 64;

    public static void MapMove(this IEndpointRouteBuilder api) => api.MapPost("/move", TakeAsync)
        .WithTags("Move")
        .WithSummary("Take in parts of a stopped data directory")
        .WithDescription("For `cx move`: one part a line (NDJSON), optionally gzip. Only a cluster that has no interactions of its own takes a directory in. A move may be repeated from its beginning; the request with last=true seals it.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status501NotImplemented)
        .RequireAuthorization(Access.Move)
        .AuditChange(AuditActions.DirectoryMoved, context => context.Request.Query["source"].ToString());

    private static async Task<Ok<MoveAnswer>> TakeAsync(HttpContext context, IngestBudget budget, IOptions<WebOptions> options)
    {
        var caller = Caller.Of(context);
        if (caller.Workspace != Caller.DefaultWorkspace)
        {
            throw new ProblemException(Problem.Forbidden($"a directory is moved with an admin key of the workspace '{Caller.DefaultWorkspace}'; this one is of '{caller.Workspace}'"));
        }

        var target = context.RequestServices.GetService<IMoveTarget>() ?? throw new ProblemException(new Problem(
            StatusCodes.Status501NotImplemented, "not-supported", "This server does not do that.", "this server keeps its data in a directory of its own; a directory can be moved into a cluster only"));
        var source = SourceOf(context.Request);
        var isLast = QueryText.Flag(context.Request, "last");
        using var body = await BodyReader.ReadAsync(context.Request, budget, options.Value.BodyBytesMax);
        var parts = PartsOf(body.Bytes.Span);
        return TypedResults.Ok(new MoveAnswer(await target.TakeAsync(source, parts, isLast, context.RequestAborted), parts.Count));
    }

    private static MoveSource SourceOf(HttpRequest request)
    {
        var id = QueryText.Find(request, "source") ?? throw new InvalidFieldException("source", "is missing");
        return id.Length == SourceIdChars && id.All(char.IsAsciiHexDigitLower)
            ? new MoveSource(id, QueryText.Integer(request, "partitions", 1, PartitionsMax, 0), Number(request, "lastRow"), Number(request, "customers"))
            : throw new InvalidFieldException("source", $"must have {SourceIdChars} hexadecimal digits; it is '{Text.Shorten(id)}'");
    }

    private static long Number(HttpRequest request, string name)
    {
        var text = QueryText.Find(request, name) ?? throw new InvalidFieldException(name, "is missing");
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidFieldException(name, $"must be a whole number from 0; it is '{Text.Shorten(text)}'");
    }

    private static List<MovedPart> PartsOf(ReadOnlySpan<byte> body)
    {
        var parts = new List<MovedPart>();
        foreach (var range in body.Split((byte)'\n'))
        {
            if (!body[range].IsEmpty)
            {
                parts.Add(PartOf(body[range], parts.Count));
            }
        }

        return parts;
    }

    private static MovedPart PartOf(ReadOnlySpan<byte> line, int index)
    {
        try
        {
            return MoveJson.Read(line);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new ProblemException(Problem.Invalid($"body[{index}]", $"is no part of a directory: {Text.Shorten(error.Message)}"));
        }
    }
}
