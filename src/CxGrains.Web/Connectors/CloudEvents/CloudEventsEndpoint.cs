using System.Text.Json;
using CxGrains.Web.Connectors.Sources;
using CxGrains.Web.Ingest;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Connectors.CloudEvents;

/// <summary>Takes CloudEvents 1.0 over HTTP: structured, batched and binary. The answer is that of the native API.</summary>
internal sealed class CloudEventsEndpoint(InteractionIntake intake, IngestBudget budget, SourceMeter sources, IOptions<WebOptions> options, TimeProvider time)
{
    /// <summary>Bytes of one request, after decompression.</summary>
    public const int BodyBytesMax = 4 * 1024 * 1024;

    private const int DepthMax = 64;
    private const string Structured = "application/cloudevents+json";
    private const string Batched = "application/cloudevents-batch+json";

    /// <summary>Takes a request's events.</summary>
    public async Task<Results<Accepted<IngestAnswer>, ProblemHttpResult>> PostAsync(HttpContext context)
    {
        var workspace = Caller.Of(context).Workspace;
        using var body = await BodyReader.ReadAsync(context.Request, budget, BodyBytesMax);
        using var lines = new LineBatch(budget);
        var rejected = new List<Rejection>();
        Read(context.Request, body.Bytes, lines, rejected);
        var receivedMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var builder = await intake.ReadAsync(lines.Bytes, lines.Lines, workspace, receivedMs, lines.Lines.Count, context.RequestAborted);
        var position = await intake.AppendAsync(builder, workspace, receivedMs, isImport: false);
        rejected.AddRange(builder.Rejected.Select(rejection => rejection with { Index = lines.Origins[rejection.Index] }));
        rejected.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        sources.Count(workspace, SourceKind.CloudEvents, builder.Accepted.Count, rejected.Count);
        IReadOnlyList<Rejection> listed = [.. rejected.Take(options.Value.RejectedListedMax)];
        if (position is not null)
        {
            return TypedResults.Accepted((string?)null, new IngestAnswer(builder.Accepted.Count, listed, rejected.Count, position, null));
        }

        return rejected.Count == 0
            ? Problem.Invalid("body", "holds no event").ToResult()
            : Problem.Invalid(rejected[0].Field, $"none of the {rejected.Count} events was accepted; the first: {rejected[0].Field}: {rejected[0].Error}").ToResult(
                new("accepted", 0), new("rejected", listed), new("rejectedCount", rejected.Count));
    }

    private static void Read(HttpRequest request, ReadOnlyMemory<byte> body, LineBatch lines, List<Rejection> rejected)
    {
        var mediaType = request.ContentType?.Split(';', 2)[0].Trim() ?? "";
        if (mediaType.Equals(Structured, StringComparison.OrdinalIgnoreCase))
        {
            using var document = Parse(body);
            ReadStructured(document.RootElement, 0, lines, rejected);
        }
        else if (mediaType.Equals(Batched, StringComparison.OrdinalIgnoreCase))
        {
            using var document = Parse(body);
            ReadBatch(document.RootElement, lines, rejected);
        }
        else if (request.Headers.ContainsKey("ce-specversion"))
        {
            ReadBinary(request, mediaType, body, lines, rejected);
        }
        else
        {
            throw new ProblemException(new Problem(
                StatusCodes.Status415UnsupportedMediaType,
                "unsupported-media-type",
                "The body's format is not taken.",
                $"send {Structured}, {Batched}, or a body of any type with the headers ce-specversion, ce-id, ce-source and ce-type; it is '{Text.Shorten(mediaType)}'")
            {
                Field = "Content-Type",
            });
        }
    }

    private static void ReadBatch(JsonElement events, LineBatch lines, List<Rejection> rejected)
    {
        if (events.ValueKind != JsonValueKind.Array)
        {
            throw new ProblemException(Problem.Invalid("body", $"must be a JSON array; it is {events.ValueKind}"));
        }

        if (events.GetArrayLength() > Abstractions.Ingest.InteractionBatch.CountMax)
        {
            throw new ProblemException(Problem.TooLarge("events", Abstractions.Ingest.InteractionBatch.CountMax, "events"));
        }

        var index = 0;
        foreach (var one in events.EnumerateArray())
        {
            ReadStructured(one, index++, lines, rejected);
        }
    }

    private static void ReadStructured(JsonElement json, int index, LineBatch lines, List<Rejection> rejected)
    {
        try
        {
            if (CloudEventAttributes.Read(json, out var error) is { } attributes)
            {
                CloudEventMapper.Map(attributes, json.TryGetProperty("data", out var data) ? data : null, lines, index);
            }
            else
            {
                rejected.Add(new Rejection(index, null, error.Field, error.Problem));
            }
        }
        catch (InvalidOperationException fault)
        {
            // Half a surrogate pair in an escape.
            rejected.Add(new Rejection(index, null, "event", $"is not valid text: {fault.Message}"));
        }
    }

    private static void ReadBinary(HttpRequest request, string mediaType, ReadOnlyMemory<byte> body, LineBatch lines, List<Rejection> rejected)
    {
        if (CloudEventAttributes.Read(request.Headers, out var error) is not { } attributes)
        {
            rejected.Add(new Rejection(0, null, "ce-" + error.Field, error.Problem));
            return;
        }

        var isJson = mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) && !body.IsEmpty;
        using var document = isJson ? Parse(body) : null;
        CloudEventMapper.Map(attributes, document?.RootElement, lines, 0);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DepthMax });
        }
        catch (JsonException fault)
        {
            throw new ProblemException(Problem.Invalid("body", $"is not well-formed JSON: {fault.Message}"));
        }
    }
}
