using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>Another worker of the same partition has committed: this one is old, and ends.</summary>
internal sealed class SupersededException : CxException
{
    /// <summary>As the log or the stored head shows.</summary>
    public SupersededException(string message)
        : base(message)
    {
    }

    /// <summary>As the storage said when the head was to be saved.</summary>
    public SupersededException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
