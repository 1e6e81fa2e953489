using CxGrains.Abstractions.Delivery;
using CxGrains.Web.Audit;
using CxGrains.Web.Definitions;
using CxGrains.Web.Delivery.Views;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery;

/// <summary>Defines, shows and removes destinations.</summary>
internal static class DestinationEndpoints
{
    /// <summary>What an endpoint calls a destination that is not there.</summary>
    public const string What = "destination";

    public static void MapDestinations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/destinations").WithTags("Delivery").RequireAuthorization(Access.Destinations);
        group.MapGet("", ListAsync).WithSummary("Where alerts are sent");
        group.MapGet("/{id}", GetAsync).WithSummary("One destination");
        group.MapPut("/{id}", PutAsync).WithSummary("Define a destination, or change it; a new webhook's secret is shown only here").AuditChange(AuditActions.DestinationChanged);
        group.MapDelete("/{id}", DeleteAsync).WithSummary("Remove a destination with all that waits for it").AuditChange(AuditActions.DestinationRemoved);
        group.MapPost("/{id}/rotate", RotateAsync).WithSummary("Make another secret; those before sign for 24 hours more").AuditChange(AuditActions.DestinationChanged);
    }

    /// <summary>The destination of a path.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static async ValueTask<DestinationStatus> FindAsync(HttpContext context, IDestinations destinations, string id) =>
        await destinations.FindAsync(Caller.Of(context).Workspace, id, context.RequestAborted)
        ?? throw new ProblemException(Problem.NotFound(What, Text.Shorten(id)));

    private static async Task<Ok<DestinationList>> ListAsync(HttpContext context, IDestinations destinations, TimeProvider time, IOptions<DeliveryOptions> options)
    {
        var all = await destinations.ListAsync(Caller.Of(context).Workspace, context.RequestAborted);
        return TypedResults.Ok(new DestinationList([.. all.Select(status => DestinationView.Of(status, NowMs(time)))], options.Value.SmtpHost is not null));
    }

    private static async Task<Ok<DestinationView>> GetAsync(string id, HttpContext context, IDestinations destinations, TimeProvider time)
    {
        var status = await FindAsync(context, destinations, id);
        Precondition.SetETag(context.Response, status.Destination.Version);
        return TypedResults.Ok(DestinationView.Of(status, NowMs(time)));
    }

    private static async Task<Results<Created<DestinationView>, Ok<DestinationView>>> PutAsync(
        string id, HttpContext context, IDestinations destinations, DestinationBody body, TimeProvider time)
    {
        var workspace = Caller.Of(context).Workspace;
        var current = await destinations.FindAsync(workspace, id, context.RequestAborted);
        var expected = Precondition.Check(context.Request, current?.Destination.Version);
        var asked = await body.ReadAsync(context.Request, id, current?.Destination);

        // What it says of secrets is what was read here: nobody may have changed them meanwhile.
        var defined = await DefineAsync(context, destinations, asked, expected ?? current?.Destination.Version ?? 0);
        var status = new DestinationStatus(defined, current?.Waiting ?? 0, current?.Dead ?? 0);
        return current is null
            ? TypedResults.Created($"{CxWebEndpoints.ApiPath}/destinations/{id}", DestinationView.Of(status, NowMs(time), defined.Secrets.Count > 0 ? defined.Secrets[0].Text : null))
            : TypedResults.Ok(DestinationView.Of(status, NowMs(time)));
    }

    private static async Task<NoContent> DeleteAsync(string id, HttpContext context, IDestinations destinations)
    {
        var current = await FindAsync(context, destinations, id);
        var expected = Precondition.Check(context.Request, current.Destination.Version);
        await destinations.RemoveAsync(Caller.Of(context).Workspace, id, expected, context.RequestAborted);

        return TypedResults.NoContent();
    }

    private static async Task<Ok<DestinationView>> RotateAsync(string id, HttpContext context, IDestinations destinations, TimeProvider time)
    {
        var current = await FindAsync(context, destinations, id);
        if (current.Destination.Kind != DestinationKind.Webhook)
        {
            throw new ProblemException(Problem.Conflict($"destination '{id}' is no webhook, and has no secret"));
        }

        var expected = Precondition.Check(context.Request, current.Destination.Version) ?? current.Destination.Version;
        var asked = current.Destination with { Secrets = SigningSecret.Rotate(current.Destination.Secrets, NowMs(time)) };
        var defined = await DefineAsync(context, destinations, asked, expected);
        return TypedResults.Ok(DestinationView.Of(current with { Destination = defined }, NowMs(time), defined.Secrets[0].Text));
    }

    private static async ValueTask<Destination> DefineAsync(HttpContext context, IDestinations destinations, Destination asked, int expected)
    {
        var defined = await destinations.DefineAsync(Caller.Of(context).Workspace, asked, expected, context.RequestAborted);
        Precondition.SetETag(context.Response, defined.Version);
        return defined;
    }

    private static long NowMs(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();
}
