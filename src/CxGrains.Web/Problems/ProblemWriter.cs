using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CxGrains.Web.Problems;

/// <summary>Writes problems as <c>application/problem+json</c>.</summary>
internal static class ProblemWriter
{
    /// <summary>The problem as an endpoint's result, with members of its own beside the usual ones.</summary>
    public static ProblemHttpResult ToResult(this Problem problem, params ReadOnlySpan<KeyValuePair<string, object?>> members)
    {
        var details = new ProblemDetails { Type = problem.Type, Title = problem.Title, Status = problem.Status, Detail = problem.Detail };
        if (problem.Field is not null)
        {
            details.Extensions["field"] = problem.Field;
        }

        if (problem.Limit is not null)
        {
            details.Extensions["limit"] = problem.Limit;
        }

        foreach (var (name, value) in members)
        {
            details.Extensions[name] = value;
        }

        return TypedResults.Problem(details);
    }

    /// <summary>Answers a request with the problem.</summary>
    public static Task WriteAsync(this Problem problem, HttpContext context)
    {
        if (problem.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return problem.ToResult().ExecuteAsync(context);
    }
}
