using CxGrains.Web.Problems;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Ingest;

/// <summary>Bounds the bytes of all ingest bodies held at once. Safe for concurrent use.</summary>
internal sealed class IngestBudget(IOptions<WebOptions> options)
{
    private const int RetryAfterSeconds = 1;

    private long _bytes;

    /// <summary>Takes bytes from the budget.</summary>
    /// <exception cref="ProblemException">The budget is spent.</exception>
    public void Take(int bytes)
    {
        var max = options.Value.IngestBytesInFlightMax;
        if (Interlocked.Add(ref _bytes, bytes) > max)
        {
            GiveBack(bytes);
            throw new ProblemException(
                Problem.Busy($"IngestBytesInFlightMax: requests in work hold as much of {max} bytes as they may; nothing was accepted", RetryAfterSeconds) with { Limit = max });
        }
    }

    /// <summary>Gives bytes back.</summary>
    public void GiveBack(int bytes) => Interlocked.Add(ref _bytes, -bytes);
}
