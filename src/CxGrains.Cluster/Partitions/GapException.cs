using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>A run cannot go on: an entity answered from another life than the one it was bound to.</summary>
/// <param name="message">Which one.</param>
internal sealed class GapException(string message) : CxException(message);
