using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxGrains.Web.OpenApi;

/// <summary>What the code cannot say of itself: the title, the ways to send a key, and the interaction, which is read by hand.</summary>
internal sealed class DocumentDescription : IOpenApiDocumentTransformer
{
    /// <summary>The name of the security scheme for <c>Authorization: Bearer</c>.</summary>
    public const string Bearer = "bearer";

    /// <summary>The name of the security scheme for the key as Basic user.</summary>
    public const string Basic = "basic";

    /// <summary>The name of the interaction's schema.</summary>
    public const string Interaction = "Interaction";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "CxGrains",
            Version = "v1",
            Description = "Interactions in, live customer-experience scores out. Errors are RFC 9457 problem details that name the field and the limit.",
        };
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A key. Its scopes are ingest, read, handle, manage and admin; admin includes the others.",
        });
        document.AddComponent(Basic, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "basic",
            Description = "The key as user, with an empty password.",
        });
        document.AddComponent(Interaction, Schemas.Load("interaction.schema.json", document));
        return Task.CompletedTask;
    }
}
