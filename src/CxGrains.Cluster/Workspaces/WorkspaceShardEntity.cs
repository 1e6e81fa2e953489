using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Workspaces;

/// <summary>
/// One life of a workspace's shard. The alerts are saved with the sums under the same position, so that an alert that is announced
/// again is not taken twice.
/// </summary>
internal sealed class WorkspaceShardEntity : ShardEntity
{
    private readonly WorkspaceShard _shard;
    private readonly AlertBook _alerts;

    private WorkspaceShardEntity(WorkspaceShard shard, AlertBook alerts)
    {
        _shard = shard;
        _alerts = alerts;
    }

    /// <summary>A life that begins with what is stored.</summary>
    public static WorkspaceShardEntity Begin(byte[]? state, NamePool names)
    {
        var (shard, alerts) = state is null ? (new WorkspaceShard(), new AlertBook()) : Decode(state, names);
        return new WorkspaceShardEntity(shard, alerts) { Names = names };
    }

    /// <summary>Sums and alerts of a stored state.</summary>
    public static (WorkspaceShard Shard, AlertBook Alerts) Decode(byte[] state, NamePool names)
    {
        using var reader = new BinaryReader(new MemoryStream(state));
        return (WorkspaceShard.Decode(reader, names), AlertBook.Decode(reader));
    }

    /// <inheritdoc/>
    protected override Position Position => _shard.Position;

    /// <inheritdoc/>
    protected override long Count => _alerts.OpenCount;

    /// <inheritdoc/>
    protected override string[]? SharedAlerts => _alerts.OpenShared.ToArray() is { Length: > 0 } ids ? ids : null;

    /// <inheritdoc/>
    protected override bool Take(Position position, string customer, Announcement announcement)
    {
        _shard.TryAdvance(position);
        _shard.Take(announcement);
        return _alerts.Take(announcement, customer);
    }

    /// <inheritdoc/>
    protected override void Encode(BinaryWriter writer)
    {
        _shard.Encode(writer);
        _alerts.Encode(writer);
    }
}
