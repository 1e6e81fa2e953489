using System.Data.Common;
using CxGrains.Abstractions;
using CxGrains.Domain;

namespace CxGrains.Cluster;

/// <summary>Calls of grains on behalf of a caller of the contract, which knows nothing of Orleans.</summary>
internal static class GrainCalls
{
    private const int RetryAfterSeconds = 2;

    // Where the database or a silo hangs, what asks it would wait for as long as Orleans does, three times as long.
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(10);

    /// <summary>What the call answers.</summary>
    /// <exception cref="UnavailableException">A silo or the database is gone for the moment, or hangs; the same call will be answered later.</exception>
    public static async Task<T> OrUnavailableAsync<T>(this Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.WaitAsync(AnswerMax, cancellationToken);
        }
        catch (Exception error) when (error is OrleansException or TimeoutException or DbException)
        {
            // What exactly failed, and where, is for the log: it tells of machines and addresses.
            throw new UnavailableException("The database or a silo of the cluster does not answer now; the same request will be answered later", RetryAfterSeconds, error);
        }
    }

    /// <summary>Does in a grain what may fail outside it, so that callers on any silo hear of it.</summary>
    /// <exception cref="OrleansException">The database or the log failed: their own exceptions cannot go over the wire.</exception>
    public static async Task ForCallersAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception error) when (error is DbException or CxException)
        {
            throw new OrleansException($"{error.GetType().Name}: {error.Message}");
        }
    }
}
