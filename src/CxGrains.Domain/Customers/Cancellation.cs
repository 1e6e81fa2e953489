namespace CxGrains.Domain.Customers;

/// <summary>When a customer last asked to cancel, cancelled and renewed; 0 where it never did. Unix milliseconds UTC.</summary>
/// <param name="RequestedMs">The latest <c>cancel_requested</c>.</param>
/// <param name="CancelledMs">The latest <c>cancelled</c>.</param>
/// <param name="RenewedMs">The latest <c>renewed</c>.</param>
public sealed record Cancellation(long RequestedMs, long CancelledMs, long RenewedMs)
{
    /// <summary>Nothing of it.</summary>
    public static readonly Cancellation None = new(0, 0, 0);

    /// <summary>Whether the customer asked to cancel, and neither cancelled nor renewed since.</summary>
    public bool IsRequested => RequestedMs > Math.Max(CancelledMs, RenewedMs);

    /// <summary>Whether it cancelled, and did not come back since.</summary>
    public bool HasCancelled => CancelledMs > RenewedMs;
}
