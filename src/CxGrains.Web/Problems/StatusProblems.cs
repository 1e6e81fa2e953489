using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Problems;

/// <summary>Gives the framework's own empty answers (unknown route, wrong method) the form of a problem.</summary>
internal static class StatusProblems
{
    /// <summary>Answers the status that was set with a problem.</summary>
    public static Task WriteAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var (method, path) = (context.Request.Method, context.Request.Path);
        var code = context.Response.StatusCode;
        var problem = code switch
        {
            StatusCodes.Status404NotFound => new Problem(code, "not-found", "Not found.", $"there is nothing at {path}; /openapi/v1.json lists what there is"),
            StatusCodes.Status405MethodNotAllowed => new Problem(code, "method-not-allowed", "The method is not allowed.", $"{path} does not take {method}; the Allow header says what it takes"),
            StatusCodes.Status415UnsupportedMediaType => new Problem(code, "unsupported-media-type", "The body's format is not taken.", $"{path} takes application/json") { Field = "Content-Type" },
            _ => new Problem(code, "http", "The request failed.", $"{method} {path} was answered with status {code}"),
        };
        return problem.WriteAsync(context);
    }
}
