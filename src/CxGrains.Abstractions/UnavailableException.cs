using CxGrains.Domain;

namespace CxGrains.Abstractions;

/// <summary>The runtime cannot do this now, through no fault of the caller; the same request may be taken later.</summary>
/// <param name="why">What cannot be done, and whether anything was.</param>
/// <param name="retryAfterSeconds">Seconds after which to try again, from 1.</param>
public class UnavailableException(string why, int retryAfterSeconds) : CxException(why)
{
    /// <summary>Seconds after which to try again.</summary>
    public int RetryAfterSeconds { get; } = retryAfterSeconds;
}
