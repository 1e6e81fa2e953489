using CxGrains.Abstractions.Ingest;
using Microsoft.OpenApi;

namespace CxGrains.Web.OpenApi;

/// <summary>The bodies of each path. Endpoints read them by hand, so that a fault names the field.</summary>
internal static class RequestBodies
{
    /// <summary>The body of a path below <c>/api/v1/</c>; null where it takes none.</summary>
    public static OpenApiRequestBody? Of(string method, string path, OpenApiDocument document) => (method, path) switch
    {
        ("POST", "interactions") => Interactions(document),
        ("PUT", "surveys/{id}") => Json("survey.schema.json", document),
        ("PUT", "segments/{id}") => Json("segment.schema.json", document),
        ("POST", "segments/count") => Json("segment-count.schema.json", document),
        ("PUT", "settings") => Json("settings.schema.json", document),
        ("PUT", "destinations/{id}") => Json("destination.schema.json", document),
        ("PUT", "reports/{id}") => Json("report.schema.json", document),
        ("POST", "alert-rules/dry-run") => Json("alert-rule.schema.json", document),
        ("PUT", "alert-rules/{id}") => Json("alert-rule.schema.json", document),
        ("POST", "alerts/{id}/take") => Json("alert-take.schema.json", document),
        ("POST", "alerts/{id}/snooze") => Json("alert-snooze.schema.json", document),
        ("POST", "alerts/{id}/resolve") => Json("alert-resolve.schema.json", document),
        ("POST", "workspaces") => Json("workspace.schema.json", document),
        ("POST", "keys") => Json("key.schema.json", document),
        ("PUT", "users/{name}") => Json("user.schema.json", document),
        ("POST", "users/{name}/password") => Json("user-password.schema.json", document),
        ("POST", "session") => Optional(Json("sign-in.schema.json", document), "Absent where the Authorization header brings a key."),
        ("POST", "session/wall") => Json("wall-token.schema.json", document),
        ("POST", "wall-links") => Json("wall-link.schema.json", document),
        ("POST", "session/password") => Json("own-password.schema.json", document),
        ("POST", "move") => Parts(),
        ("POST", "connections") or ("PUT", "connections/{id}") => Json("connection.schema.json", document),
        ("POST", "cloudevents") => CloudEvents(document),
        ("POST", "c/{token}") => Any("Whatever the tool sends; at most 512 KiB."),
        ("POST", var segment) when segment.StartsWith("v1/", StringComparison.Ordinal) => Json("segmentEvent.schema.json", document),
        _ => null,
    };

    private static OpenApiRequestBody Json(string file, OpenApiDocument document) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = Schemas.Load(file, document) } },
    };

    private static OpenApiRequestBody Optional(OpenApiRequestBody body, string when)
    {
        (body.Required, body.Description) = (false, when);
        return body;
    }

    private static OpenApiRequestBody CloudEvents(OpenApiDocument document)
    {
        var cloudEvent = Schemas.Load("cloudevent.schema.json", document);
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "At most 4 MiB. In binary mode the body is the data, of any type, and the attributes are the headers ce-….",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/cloudevents+json"] = new() { Schema = cloudEvent },
                ["application/cloudevents-batch+json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = cloudEvent } },
            },
        };
    }

    private static OpenApiRequestBody Any(string description) => new()
    {
        Required = true,
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchema() } },
    };

    private static OpenApiRequestBody Parts() => new()
    {
        Required = true,
        Description = "At most 16 MiB after decompression, unless configured otherwise. The parts are cx's own affair, and may change with it.",
        Content = new Dictionary<string, OpenApiMediaType> { ["application/x-ndjson"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } } },
    };

    private static OpenApiRequestBody Interactions(OpenApiDocument document)
    {
        var interaction = new OpenApiSchemaReference(DocumentDescription.Interaction, document);
        var array = new OpenApiSchema { Type = JsonSchemaType.Array, Items = interaction, MinItems = 1, MaxItems = InteractionBatch.CountMax };
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "At most 10,000 interactions and 16 MiB after decompression, unless configured otherwise. The content type is not looked at.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = new OpenApiSchema { OneOf = [interaction, array] } },
                ["application/x-ndjson"] = new() { Schema = interaction },
            },
        };
    }
}
