namespace CxGrains.Cluster.Partitions;

/// <summary>
/// The lives a run is bound to: each entity to the one that first answered in it. Another one has lost what was not saved, so that
/// meeting it is a gap.
/// </summary>
internal sealed class Bindings
{
    private readonly Dictionary<EntityKey, Bound> _bound = [];

    /// <summary>Entities bound.</summary>
    public int Count => _bound.Count;

    /// <summary>All entities with the lives they are bound to.</summary>
    public List<(EntityKey Entity, long Activation)> All => [.. _bound.Select(pair => (pair.Key, pair.Value.Activation))];

    /// <summary>The life that an entity is bound to; 0 for none.</summary>
    public long LifeOf(EntityKey entity) => _bound.GetValueOrDefault(entity).Activation;

    /// <summary>Takes note that a life answered to a row.</summary>
    /// <exception cref="GapException">It is not the one that answered before.</exception>
    public void Meet(EntityKey entity, long activation, long row)
    {
        if (_bound.TryGetValue(entity, out var bound) && bound.Activation != activation)
        {
            throw new GapException($"{entity.Kind} '{entity.Id}' of workspace '{entity.Workspace}' has lost what was not saved");
        }

        _bound[entity] = new Bound(activation, row);
    }

    /// <summary>At a commit, those who were handed nothing beyond it may come and go.</summary>
    public void Release(long committedRow)
    {
        foreach (var (entity, bound) in _bound)
        {
            if (bound.LastRow <= committedRow)
            {
                _bound.Remove(entity);
            }
        }
    }

    private readonly record struct Bound(long Activation, long LastRow);
}
