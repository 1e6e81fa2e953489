using System.Globalization;
using CxGrains.Cluster.Models;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Segments;
using CxGrains.Cluster.Surveys;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Cluster.Workspaces;
using CxGrains.Domain;
using CxGrains.Domain.Customers;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>The entities of one partition, whoever calls them.</summary>
internal sealed class SimulatedCluster(Faults faults, NamePool names)
{
    private readonly Dictionary<EntityKey, SimulatedCustomer> _customers = [];
    private readonly Dictionary<EntityKey, SimulatedShard> _shards = [];
    private readonly List<ISimulatedEntity> _all = [];
    private readonly TimelineSources _sources = new();

    /// <summary>All that were ever called.</summary>
    public IReadOnlyList<ISimulatedEntity> All => _all;

    /// <summary>The states stored, in the domain's encoding.</summary>
    public IEnumerable<(EntityKey Entity, byte[] State)> Stored =>
        _customers.Select(pair => (pair.Key, pair.Value.Stored.State)).Concat(_shards.Select(pair => (pair.Key, pair.Value.Stored)))
            .Where(pair => pair.Item2 is not null)!;

    /// <summary>A silo is gone, with all lives there.</summary>
    public void Lose(int silo) => _all.ForEach(entity => entity.Lose(silo));

    /// <summary>A customer.</summary>
    public SimulatedCustomer Customer(EntityKey key) => Get(_customers, key, () => new SimulatedCustomer(key.Id, faults, names, _sources));

    /// <summary>A shard.</summary>
    public SimulatedShard Shard(EntityKey key) => Get(_shards, key, () => new SimulatedShard(faults, state => key.Kind switch
    {
        EntityKind.Workspace => WorkspaceShardEntity.Begin(state, names),
        EntityKind.Model => ModelShardEntity.Begin(state, names),
        EntityKind.Survey => SurveyShardEntity.Begin(key.Id, state, names),
        _ => SegmentShardEntity.Begin(int.Parse(key.Id, CultureInfo.InvariantCulture), state, names),
    }));

    /// <summary>Any entity.</summary>
    public ISimulatedEntity Entity(EntityKey key) => key.Kind == EntityKind.Customer ? Customer(key) : Shard(key);

    private T Get<T>(Dictionary<EntityKey, T> entities, EntityKey key, Func<T> make)
        where T : ISimulatedEntity
    {
        if (!entities.TryGetValue(key, out var entity))
        {
            entities.Add(key, entity = make());
            _all.Add(entity);
        }

        return entity;
    }
}
