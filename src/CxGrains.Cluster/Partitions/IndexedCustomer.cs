using CxGrains.Domain;
using CxGrains.Domain.Index;

namespace CxGrains.Cluster.Partitions;

/// <summary>A customer's row of a partition's index.</summary>
/// <param name="workspace">Its workspace's part.</param>
/// <param name="id">Its id.</param>
internal sealed class IndexedCustomer(WorkspaceIndex workspace, string id) : CustomerEntry(id)
{
    /// <summary>Its workspace's part.</summary>
    public WorkspaceIndex Workspace { get; } = workspace;

    /// <summary>Whether the customer was erased: the row is in no list any more.</summary>
    public bool IsErased => Id.Length == 0;

    /// <summary>The last record the row holds.</summary>
    public Position Position { get; set; }

    /// <summary>Whether it changed since it was last saved.</summary>
    public bool IsChanged { get; set; }
}
