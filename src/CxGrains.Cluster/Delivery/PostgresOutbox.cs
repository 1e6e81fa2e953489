using CxGrains.Abstractions.Delivery;

namespace CxGrains.Cluster.Delivery;

/// <summary>
/// The outbox in PostgreSQL. A destination's message is leased to one silo; where that dies with it, another takes it when the lease has
/// ended, by the callers' clocks, and sends it again by the same id.
/// </summary>
internal sealed class PostgresOutbox(AlertIntake intake, DestinationRows destinations, MessageRows messages, Clock clock) : IOutbox, IDestinations
{
    private long _prunedMs;

    /// <inheritdoc/>
    public async ValueTask<OutboxLease> LeaseAsync(int max, long nowMs, CancellationToken cancellationToken)
    {
        await PruneAsync(nowMs, cancellationToken).OrUnavailableAsync(cancellationToken);
        return await messages.LeaseAsync(max, Guid.NewGuid().ToString("N"), nowMs, cancellationToken).OrUnavailableAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(DeliveryResult result, CancellationToken cancellationToken) =>
        await messages.CompleteAsync(result, clock.NowMs, cancellationToken).OrUnavailableAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<string> AddAsync(string workspace, string destination, Notice notice, long nowMs, CancellationToken cancellationToken)
    {
        var id = await messages.AddAsync(workspace, destination, notice, nowMs, cancellationToken).OrUnavailableAsync(cancellationToken);
        intake.Tell();
        return id;
    }

    /// <inheritdoc/>
    public async ValueTask AddOnceAsync(string workspace, string destination, Notice notice, long nowMs, CancellationToken cancellationToken)
    {
        await messages.AddOnceAsync(workspace, destination, notice, nowMs, cancellationToken).OrUnavailableAsync(cancellationToken);
        intake.Tell();
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DeliveryEntry>> DeliveriesAsync(
        string workspace, string destination, DeliveryFilter filter, long beforeSequence, int limit, CancellationToken cancellationToken) =>
        await messages.PageAsync(workspace, destination, filter, beforeSequence, limit, cancellationToken).OrUnavailableAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<MessageState?> ReplayAsync(string workspace, string message, long nowMs, CancellationToken cancellationToken)
    {
        var state = await messages.ReplayAsync(workspace, message, nowMs, cancellationToken).OrUnavailableAsync(cancellationToken);
        intake.Tell();
        return state;
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReplayAllAsync(string workspace, string destination, long nowMs, CancellationToken cancellationToken)
    {
        var count = await messages.ReplayAllAsync(workspace, destination, nowMs, cancellationToken).OrUnavailableAsync(cancellationToken);
        intake.Tell();
        return count;
    }

    /// <inheritdoc/>
    public IDisposable Watch(Action changed) => intake.Watch(changed);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DestinationStatus>> ListAsync(string workspace, CancellationToken cancellationToken) =>
        await destinations.ReadAsync(workspace, null, cancellationToken).OrUnavailableAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<DestinationStatus?> FindAsync(string workspace, string id, CancellationToken cancellationToken) =>
        (await destinations.ReadAsync(workspace, id, cancellationToken).OrUnavailableAsync(cancellationToken)).SingleOrDefault();

    /// <inheritdoc/>
    public async ValueTask<Destination> DefineAsync(string workspace, Destination destination, int? expectedVersion, CancellationToken cancellationToken)
    {
        var defined = await destinations.DefineAsync(workspace, destination, expectedVersion, cancellationToken).OrUnavailableAsync(cancellationToken);
        intake.Tell();
        return defined;
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken) =>
        await destinations.RemoveAsync(workspace, id, expectedVersion, cancellationToken).OrUnavailableAsync(cancellationToken);

    private async Task<bool> PruneAsync(long nowMs, CancellationToken cancellationToken)
    {
        if (nowMs - _prunedMs >= OutboxLimits.PruneSeconds * 1000L)
        {
            _prunedMs = nowMs;
            await messages.PruneAsync(nowMs, cancellationToken);
        }

        return true;
    }
}
