using System.Text.Json;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Privacy;
using CxGrains.Web.Audit;
using CxGrains.Web.Connectors;
using CxGrains.Web.Ingest;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Privacy;

/// <summary>Shows and states a customer's consents. What is stated here is an interaction of the log like any that a tool sends.</summary>
internal static class ConsentEndpoints
{
    private const string Verb = "consent";

    public static void MapConsent(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/customers/{id}/" + Verb).WithTags("Privacy");
        group.MapGet("", GetAsync).RequireAuthorization(Access.SeeConsents).WithSummary("What a customer said of consent")
            .AuditReading<ConsentAnswer>(AuditActions.ConsentRead, answer => answer.Customer);
        group.MapPut("", PutAsync).RequireAuthorization(Access.StateConsents).WithSummary("State a customer's consents; purposes that are left out stay as they are")
            .AuditChangeOf(AuditActions.ConsentChanged, IdOf);
    }

    private static string IdOf(HttpContext context) => Text.CheckId(PathId.Of(context, "customers", Verb), "id");

    private static async Task<Ok<ConsentAnswer>> GetAsync(HttpContext context, IQueries queries) =>
        TypedResults.Ok(await FindAsync(context, queries) ?? throw new ProblemException(Problem.NotFound("customer", IdOf(context))));

    private static async Task<Results<Ok<ConsentAnswer>, Accepted>> PutAsync(
        HttpContext context, IQueries queries, IIngest ingest, InteractionIntake intake, IngestBudget budget, IOptions<WebOptions> options, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, [.. Purposes.All]);
        var stated = Purposes.All.Where(purpose => body.Find(purpose) is not null).Select(purpose => (purpose, Granted(body.Find(purpose)!.Value, purpose))).ToList();
        if (stated.Count == 0)
        {
            throw new InvalidFieldException("body", $"states nothing; {string.Join(", ", Purposes.All)} may be true or false");
        }

        var (workspace, receivedMs) = (Caller.Of(context).Workspace, time.GetUtcNow().ToUnixTimeMilliseconds());
        using var lines = new LineBatch(budget);
        foreach (var (purpose, isGranted) in stated)
        {
            Write(lines.Begin(), IdOf(context), purpose, isGranted);
            lines.End(origin: -1);
        }

        var builder = await intake.ReadAsync(lines.Bytes, lines.Lines, workspace, receivedMs, stated.Count, context.RequestAborted);
        var position = await intake.AppendAsync(builder, workspace, receivedMs, isImport: false)
            ?? throw new InvalidFieldException(builder.Rejected[0].Field, builder.Rejected[0].Error);
        return await AppliedWait.IsAppliedAsync(ingest, position, options.Value, time, context.RequestAborted) && await FindAsync(context, queries) is { } answer
            ? TypedResults.Ok(answer)
            : TypedResults.Accepted((string?)null);
    }

    private static async Task<ConsentAnswer?> FindAsync(HttpContext context, IQueries queries) =>
        await queries.CustomerAsync(Caller.Of(context).Workspace, IdOf(context), null, context.RequestAborted) is { } customer ? ConsentAnswer.Of(customer) : null;

    private static bool Granted(JsonElement value, string purpose) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new InvalidFieldException(purpose, $"must be true or false; it is {value.ValueKind}"),
    };

    private static void Write(Utf8JsonWriter json, string customer, string purpose, bool isGranted)
    {
        json.WriteString("id", $"consent-{Guid.NewGuid():n}");
        json.WriteString("customer", customer);
        json.WriteString("type", InteractionTypes.Consent);
        json.WriteString("purpose", purpose);
        json.WriteBoolean("granted", isGranted);
    }
}
