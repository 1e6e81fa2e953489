using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxGrains.Web.OpenApi;

/// <summary>Adds to each operation what its code reads and answers by hand: ids, query parameters, bodies, keys and problems.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var (api, document) = (context.Description, context.Document!);
        var (method, path) = (api.HttpMethod ?? "", QueryParameters.PathOf(api.RelativePath ?? ""));
        operation.Parameters ??= [];
        if (!operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path) && path.Contains(QueryParameters.IdPlaceholder, StringComparison.Ordinal))
        {
            operation.Parameters.Add(Id());
        }

        foreach (var parameter in QueryParameters.Of(method, path))
        {
            operation.Parameters.Add(parameter);
        }

        operation.RequestBody = RequestBodies.Of(method, path, document);
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = "A problem (RFC 9457), with the extensions field and limit where they apply.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken) },
            },
        });

        var metadata = api.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentDescription.Bearer, document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentDescription.Basic, document)] = [] },
            ];
        }
    }

    private static OpenApiParameter Id() => new()
    {
        Name = "id",
        In = ParameterLocation.Path,
        Required = true,
        Description = "The id, percent-encoded.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
