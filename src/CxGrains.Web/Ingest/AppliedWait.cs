using CxGrains.Abstractions;
using CxGrains.Abstractions.Ingest;

namespace CxGrains.Web.Ingest;

/// <summary>Waits until what was appended shows in queries, for as long as <see cref="WebOptions.AppliedWaitSecondsMax"/> says.</summary>
internal static class AppliedWait
{
    /// <summary>Waits for a position.</summary>
    /// <returns>Whether it is applied; if not it is durable all the same, and its effect is still to come.</returns>
    public static async ValueTask<bool> IsAppliedAsync(IIngest ingest, string position, WebOptions options, TimeProvider time, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.AppliedWaitSecondsMax), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        try
        {
            await ingest.WaitUntilAppliedAsync(position, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return false;
        }
        catch (UnavailableException)
        {
            // Likewise: an error would make the sender repeat what was accepted, and what has no id would count twice.
            return false;
        }
    }
}
