namespace CxGrains.Domain.Customers;

/// <summary>When a customer last asked to cancel, and cancelled; 0 where it never did. Unix milliseconds UTC.</summary>
/// <param name="RequestedMs">The latest <c>cancel_requested</c>.</param>
/// <param name="CancelledMs">The latest <c>cancelled</c>.</param>
public sealed record Cancellation(long RequestedMs, long CancelledMs)
{
    /// <summary>Nothing of it.</summary>
    public static readonly Cancellation None = new(0, 0);

    /// <summary>Whether the customer asked to cancel, and neither cancelled nor renewed since.</summary>
    /// <param name="renewedMs">The latest renewal; 0 for none.</param>
    public bool IsRequested(long renewedMs) => RequestedMs > Math.Max(CancelledMs, renewedMs);

    /// <summary>Whether it cancelled, and did not come back since.</summary>
    /// <param name="renewedMs">The latest renewal; 0 for none.</param>
    public bool HasCancelled(long renewedMs) => CancelledMs > renewedMs;

    /// <summary>What of it stands: the cancellation, or else the request.</summary>
    /// <param name="renewedMs">The latest renewal; 0 for none.</param>
    public Departure Standing(long renewedMs) =>
        HasCancelled(renewedMs) ? new(CancelledMs, true) : IsRequested(renewedMs) ? new(RequestedMs, false) : default;
}
