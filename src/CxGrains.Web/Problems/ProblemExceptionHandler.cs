using CxGrains.Abstractions;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace CxGrains.Web.Problems;

/// <summary>Answers what an endpoint threw with a problem, and logs only what nobody foresaw.</summary>
internal sealed partial class ProblemExceptionHandler(TimeProvider time, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    // In an outage every request fails alike, and one a second tells of it.
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(1);

    private long _logged = time.GetTimestamp() - (long)(LogEvery.TotalSeconds * time.TimestampFrequency);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            ProblemException known => known.Problem,
            InvalidFieldException invalid => Problem.Invalid(invalid),
            BusyException busy => Problem.Busy(busy.Message, busy.RetryAfterSeconds),
            UnavailableException gone => Unavailable(httpContext, gone),

            // The version was right when the request came, and no longer when whoever owns it decided.
            VersionConflictException changed => Problem.PreconditionFailed(HeaderNames.IfMatch, changed.Message),
            ConflictException conflict => Problem.Conflict(conflict.Message),
            BadHttpRequestException bad => new Problem(bad.StatusCode, "bad-request", "The request is malformed.", bad.Message),
            _ => Unforeseen(httpContext, exception),
        };
        await problem.WriteAsync(httpContext);
        return true;
    }

    private Problem Unavailable(HttpContext context, UnavailableException gone)
    {
        var now = time.GetTimestamp();
        var logged = Interlocked.Read(ref _logged);
        if (gone.InnerException is { } cause && time.GetElapsedTime(logged, now) >= LogEvery && Interlocked.CompareExchange(ref _logged, now, logged) == logged)
        {
            RequestRefused(context.Request.Method, context.Request.Path, gone.Message, cause.Message);
        }

        return Problem.Unavailable(gone.Message, gone.RetryAfterSeconds);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} was answered 503: {Answer}: {Cause}")]
    private partial void RequestRefused(string method, string path, string answer, string cause);
}
