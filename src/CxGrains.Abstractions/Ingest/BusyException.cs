using CxGrains.Domain;

namespace CxGrains.Abstractions.Ingest;

/// <summary>A bounded queue is full; the same request will be taken later.</summary>
/// <param name="what">The queue and its limit.</param>
/// <param name="retryAfterSeconds">Seconds after which to try again, from 1.</param>
public sealed class BusyException(string what, int retryAfterSeconds) : CxException($"{what}; try again in {retryAfterSeconds} s")
{
    /// <summary>Seconds after which to try again.</summary>
    public int RetryAfterSeconds { get; } = retryAfterSeconds;
}
