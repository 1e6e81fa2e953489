using CxGrains.Domain;
using CxGrains.Web.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Queries;

/// <summary>Refuses query parameters that an endpoint does not know: a misspelt filter would else be answered with everything.</summary>
internal static class UnknownParameters
{
    /// <summary>Lets a request pass whose parameters are all known.</summary>
    /// <exception cref="InvalidFieldException">One is not.</exception>
    public static ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.Query.Count > 0 && context.HttpContext.GetEndpoint() is RouteEndpoint endpoint)
        {
            Check(request, [.. QueryParameters.Of(request.Method, QueryParameters.PathOf(endpoint.RoutePattern.RawText ?? "")).Select(parameter => parameter.Name!)]);
        }

        return next(context);
    }

    private static void Check(HttpRequest request, string[] known)
    {
        foreach (var name in request.Query.Keys)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var field = Text.Shorten(name);
                throw new InvalidFieldException(field, known.Length == 0
                    ? $"'{field}' is not a parameter of this path, which has none"
                    : $"'{field}' is not a parameter of this path; it has {string.Join(", ", known)}");
            }
        }
    }
}
