using CxGrains.Domain;

namespace CxGrains.Cluster.Storage;

/// <summary>The cluster's database does not fit this program or its settings.</summary>
/// <param name="message">What was found, and what was expected.</param>
public sealed class ClusterStorageException(string message) : CxException(message);
