namespace CxGrains.Cluster.Partitions;

/// <summary>
/// The worker that a life of an entity serves: the first that calls it. Another worker may have begun behind rows that were committed
/// from elsewhere and that this life has never seen; for that one the entity must begin anew, with what is stored.
/// </summary>
internal sealed class ServedWorker
{
    private const long Nobody = 0;

    private long? _worker;

    /// <summary>Whether the life may serve a worker.</summary>
    public bool TryServe(long worker)
    {
        _worker ??= worker;
        return _worker == worker;
    }

    /// <summary>A call that tells no worker. A life that began with one may be old when a worker first hands over.</summary>
    public void NoteOtherCall() => _worker ??= Nobody;
}
