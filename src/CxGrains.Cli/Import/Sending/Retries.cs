using System.Net;
using Polly;
using Polly.Retry;

namespace CxGrains.Cli.Import.Sending;

/// <summary>When and how long a request is tried again.</summary>
internal static class Retries
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(10);

    // A server that is only busy answers, so it is waited for longer than one that is gone.
    private const int BusyPatienceFactor = 5;

    private static readonly ResiliencePropertyKey<long> Started = new("started");

    /// <summary>
    /// Tries again on connection faults and 5xx but 501, with growing waits up to 10 s, and on 429 after the wait the server asks for.
    /// </summary>
    /// <param name="patience">How long after its first attempt a request may begin another; five times as long for 429.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onRetry">Told why, after which wait, and for how long altogether.</param>
    public static ResiliencePipeline<HttpResponseMessage> Create(TimeSpan patience, TimeProvider time, Action<string, TimeSpan, TimeSpan> onRetry) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = DelayMax,
                ShouldHandle = args => ValueTask.FromResult(
                    PatienceFor(args.Outcome, patience) is { } limit && Elapsed(args.Context, time) < limit),
                DelayGenerator = args => ValueTask.FromResult(RetryAfter(args.Outcome.Result, time)),
                OnRetry = args =>
                {
                    onRetry(Why(args.Outcome), args.RetryDelay, PatienceFor(args.Outcome, patience) ?? patience);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    /// <summary>Whether an exception means that no answer came.</summary>
    public static bool IsConnectionFault(Exception? exception) =>
        exception is HttpRequestException or TaskCanceledException { InnerException: TimeoutException };

    private static TimeSpan? PatienceFor(Outcome<HttpResponseMessage> outcome, TimeSpan patience) => outcome switch
    {
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => patience * BusyPatienceFactor,
        { Result.StatusCode: HttpStatusCode.NotImplemented } => null,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => patience,
        { Exception: { } exception } when IsConnectionFault(exception) => patience,
        _ => null,
    };

    // The context lives as long as one request with all its attempts.
    private static TimeSpan Elapsed(ResilienceContext context, TimeProvider time)
    {
        var now = time.GetTimestamp();
        if (!context.Properties.TryGetValue(Started, out var started))
        {
            context.Properties.Set(Started, started = now);
        }

        return time.GetElapsedTime(started, now);
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider time)
    {
        var header = response?.Headers.RetryAfter;
        var delay = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return delay > TimeSpan.Zero ? delay : null;
    }

    private static string Why(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => "the server is busy",
        { Result: { } response } => $"the server answers HTTP {(int)response.StatusCode}",
        { Exception: { } exception } => $"the server cannot be reached ({exception.Message})",
        _ => "the server does not answer",
    };
}
