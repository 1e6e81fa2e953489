using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using CxGrains.Abstractions.Definitions;
using CxGrains.Domain;
using CxGrains.Web.Audit;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Live;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Walls;

/// <summary>Makes, lists and revokes wall links.</summary>
internal static class WallLinkEndpoints
{
    /// <summary>Days after which a link may end at the latest, where it ends at all.</summary>
    public const int ExpiresDaysMax = 365;

    private const string Page = "/wall";
    private const string TokenPrefix = "cw_";
    private const int TokenBytes = 32;
    private const string What = "wall link";

    public static void MapWallLinks(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/wall-links").WithTags("Wall links").RequireAuthorization(Access.WallLinks);
        group.MapGet("", ListAsync).WithSummary("The wall links of the workspace, without what they end with");
        group.MapPost("", CreateAsync).WithSummary("Make a link that shows the overview, and nothing else, to whoever opens it; shown only in this answer")
            .AuditReading<CreatedWallLinkView>(AuditActions.WallLinkCreated, detailOf: created => created.Link.Id, repeats: false);
        group.MapDelete("/{id}", RevokeAsync).WithSummary("Revoke a wall link, with what it opened").AuditChange(AuditActions.WallLinkRevoked);
    }

    private static async Task<Ok<WallLinkList>> ListAsync(HttpContext context, WallLinkStore links) =>
        TypedResults.Ok(new WallLinkList([.. (await links.OfAsync(Caller.Of(context).Workspace, context.RequestAborted)).Select(WallLinkView.Of)]));

    private static async Task<Created<CreatedWallLinkView>> CreateAsync(
        HttpContext context, WallLinkStore links, IDefinitions definitions, IOptions<WebOptions> options, TimeProvider time)
    {
        var caller = Caller.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "name", "segment", "window", "expiresDays");
        var name = Text.CheckName(body.Required("name"), "name");
        var page = new WallPage(await SegmentOfAsync(body, caller.Workspace, definitions, context.RequestAborted), DaysOf(body));
        var now = time.GetUtcNow();
        var token = TokenPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var hash = KeyText.Hash(token);
        var link = new WallLink(caller.Workspace, KeyText.IdOf(hash), hash, name, page, caller.Name, now.ToUnixTimeMilliseconds(), EndOf(body, now));
        await links.AddAsync(link, context.RequestAborted);
        return TypedResults.Created((string?)null, new CreatedWallLinkView($"{Page}#{token}", WallLinkView.Of(link)));
    }

    private static async Task<NoContent> RevokeAsync(string id, HttpContext context, WallLinkStore links, LiveConnections connections)
    {
        var workspace = Caller.Of(context).Workspace;
        if (!await links.RemoveAsync(workspace, id, context.RequestAborted))
        {
            throw new ProblemException(Problem.NotFound(What, Text.Shorten(id)));
        }

        connections.AbortAll(workspace, Caller.IdentityOfWall(id));
        return TypedResults.NoContent();
    }

    private static async ValueTask<string?> SegmentOfAsync(JsonBody body, string workspace, IDefinitions definitions, CancellationToken cancellationToken)
    {
        var segment = body.FindText("segment");
        return segment is null || (await definitions.OfAsync(workspace, cancellationToken)).Segments.ContainsKey(segment)
            ? segment
            : throw new InvalidFieldException("segment", $"there is no segment '{Text.Shorten(segment)}'");
    }

    private static int? DaysOf(JsonBody body)
    {
        if (body.FindText("window") is not { } window)
        {
            return null;
        }

        foreach (var days in WallPage.Windows)
        {
            if (window == $"{days}d")
            {
                return days;
            }
        }

        throw new InvalidFieldException("window", $"'{Text.Shorten(window)}' is none of {string.Join(", ", WallPage.Windows.Select(days => $"{days}d"))}");
    }

    private static long? EndOf(JsonBody body, DateTimeOffset now) => body.FindInteger("expiresDays") switch
    {
        null => null,
        { } days and >= 1 and <= ExpiresDaysMax => now.AddDays(days).ToUnixTimeMilliseconds(),
        { } days => throw new InvalidFieldException(
            "expiresDays", string.Create(CultureInfo.InvariantCulture, $"must be a whole number from 1 to {ExpiresDaysMax}; it is {days}")),
    };
}
