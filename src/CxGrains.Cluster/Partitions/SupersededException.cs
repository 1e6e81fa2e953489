using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>Another worker of the same partition has committed: this one is old, and ends.</summary>
/// <param name="message">Which partition.</param>
/// <param name="inner">How the storage said so.</param>
internal sealed class SupersededException(string message, Exception inner) : CxException(message, inner);
