using CxGrains.Web.Ingest;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxGrains.Web.OpenApi;

/// <summary>Adds to each operation what its code reads by hand: ids, query parameters, bodies and keys.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    private const string IdPlaceholder = "{id}";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var api = context.Description;
        var path = (api.RelativePath ?? "").Replace(CxWebEndpoints.ApiPath[1..] + "/", "", StringComparison.Ordinal);
        operation.Parameters ??= [];
        if (path.Contains(IdPlaceholder, StringComparison.Ordinal) && operation.Parameters.All(parameter => parameter.Name != "id"))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "id",
                In = ParameterLocation.Path,
                Required = true,
                Description = "The id, percent-encoded.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        foreach (var parameter in QueryParameters.Of(api.HttpMethod ?? "", path))
        {
            operation.Parameters.Add(parameter);
        }

        if (operation.OperationId == IngestRoutes.OperationId)
        {
            operation.RequestBody = IngestBody(context.Document!);
        }

        if (api.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any() && !api.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentDescription.Bearer, context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentDescription.Basic, context.Document)] = [] },
            ];
        }

        return Task.CompletedTask;
    }

    private static OpenApiRequestBody IngestBody(OpenApiDocument document)
    {
        var interaction = new OpenApiSchemaReference(DocumentDescription.Interaction, document);
        var array = new OpenApiSchema { Type = JsonSchemaType.Array, Items = interaction, MinItems = 1, MaxItems = Abstractions.Ingest.InteractionBatch.CountMax };
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
