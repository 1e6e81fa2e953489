using System.Data.Common;
using CxGrains.Abstractions;

namespace CxGrains.Cluster;

/// <summary>Calls of grains on behalf of a caller of the contract, which knows nothing of Orleans.</summary>
internal static class GrainCalls
{
    private const int RetryAfterSeconds = 2;

    /// <summary>What the call answers.</summary>
    /// <exception cref="UnavailableException">A silo or the database is gone for the moment; the same call will be answered later.</exception>
    public static async Task<T> OrUnavailableAsync<T>(this Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.WaitAsync(cancellationToken);
        }
        catch (Exception error) when (error is OrleansException or TimeoutException or DbException)
        {
            throw new UnavailableException($"The cluster cannot answer now: {error.Message}", RetryAfterSeconds);
        }
    }
}
