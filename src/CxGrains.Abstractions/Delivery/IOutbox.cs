namespace CxGrains.Abstractions.Delivery;

/// <summary>
/// What waits to be sent. The runtime puts every alert in, once, for each destination of its workspace; this is the side of those who
/// send. A change is durable when its task completes.
/// </summary>
public interface IOutbox
{
    /// <summary>
    /// Takes messages that are due, of each destination the most severe, of those the oldest. A destination whose message is out gives no
    /// other, to nobody.
    /// </summary>
    /// <param name="max">Messages to take at most, from 1.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<OutboxLease> LeaseAsync(int max, long nowMs, CancellationToken cancellationToken);

    /// <summary>
    /// Takes note of an attempt, and lets the destination's next message go. What the destination said of itself counts only where it is
    /// still defined as it was tried. It is asked again until it succeeds.
    /// </summary>
    ValueTask CompleteAsync(DeliveryResult result, CancellationToken cancellationToken);

    /// <summary>Puts a message in that no alert stands behind, to go now: a destination that wants to hear nothing for a while hears again.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="destination">The destination's id; where there is none nothing is done.</param>
    /// <param name="notice">What to say.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The message's id.</returns>
    ValueTask<string> AddAsync(string workspace, string destination, Notice notice, long nowMs, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a message in that no alert stands behind, to go now, once: its id follows from workspace, notice and destination, and where there is one of that id
    /// nothing is done. It waits like any other where the destination wants to hear nothing for a while.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="destination">The destination's id; where there is none, or it is disabled, nothing is done.</param>
    /// <param name="notice">What to say.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask AddOnceAsync(string workspace, string destination, Notice notice, long nowMs, CancellationToken cancellationToken);

    /// <summary>A page of a destination's messages, the newest first.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="destination">The destination's id.</param>
    /// <param name="filter">Which.</param>
    /// <param name="beforeSequence">Only those before this place.</param>
    /// <param name="limit">How many at most, 1 to <see cref="OutboxLimits.PageMax"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<IReadOnlyList<DeliveryEntry>> DeliveriesAsync(
        string workspace, string destination, DeliveryFilter filter, long beforeSequence, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Lets a dead letter, or a message that waits for its next attempt, be sent now, from the schedule's beginning, also where the
    /// destination wants to hear nothing for a while.
    /// </summary>
    /// <returns>Its state before; null where there is no such message. Where it was neither nothing was done.</returns>
    ValueTask<MessageState?> ReplayAsync(string workspace, string message, long nowMs, CancellationToken cancellationToken);

    /// <summary>The same with all of a destination; gives how many.</summary>
    ValueTask<int> ReplayAllAsync(string workspace, string destination, long nowMs, CancellationToken cancellationToken);

    /// <summary>Has somebody called, on any thread, whenever there may be something to send.</summary>
    /// <returns>Ends it.</returns>
    IDisposable Watch(Action changed);
}
