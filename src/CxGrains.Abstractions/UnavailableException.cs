using CxGrains.Domain;

namespace CxGrains.Abstractions;

/// <summary>The runtime cannot do this now, through no fault of the caller; the same request may be taken later.</summary>
/// <param name="why">What cannot be done, and whether anything was.</param>
/// <param name="retryAfterSeconds">Seconds after which to try again, from 1.</param>
/// <param name="cause">What failed, for the log: no caller is told. Null where <paramref name="why"/> says all.</param>
public class UnavailableException(string why, int retryAfterSeconds, Exception? cause = null) : CxException(why, cause)
{
    /// <summary>Seconds after which to try again.</summary>
    public int RetryAfterSeconds { get; } = retryAfterSeconds;
}
