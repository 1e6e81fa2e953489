using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.OpenApi;

/// <summary>Describes the API at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiServices
{
    public static void AddCxOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer<DocumentDescription>();
        options.AddOperationTransformer<OperationDescription>();
    });
}
