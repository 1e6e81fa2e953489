using CxGrains.Abstractions;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CxGrains.Web.Problems;

/// <summary>Answers what an endpoint threw with a problem, and logs only what nobody foresaw.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            ProblemException known => known.Problem,
            InvalidFieldException invalid => Problem.Invalid(invalid),
            BusyException busy => Problem.Busy(busy.Message, busy.RetryAfterSeconds),
            UnavailableException gone => Problem.Unavailable(gone.Message, gone.RetryAfterSeconds),
            ConflictException conflict => Problem.Conflict(conflict.Message),
            BadHttpRequestException bad => new Problem(bad.StatusCode, "bad-request", "The request is malformed.", bad.Message),
            _ => Unforeseen(httpContext, exception),
        };
        await problem.WriteAsync(httpContext);
        return true;
    }

    private Problem Unforeseen(HttpContext context, Exception exception)
    {
        RequestFailed(exception, context.Request.Method, context.Request.Path, context.TraceIdentifier);
        return new Problem(
            StatusCodes.Status500InternalServerError,
            "internal",
            "The server failed.",
            $"the server's log tells why under the request id {context.TraceIdentifier}");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed; request id {RequestId}")]
    private partial void RequestFailed(Exception exception, string method, string path, string requestId);
}
