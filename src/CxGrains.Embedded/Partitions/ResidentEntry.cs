using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;

namespace CxGrains.Embedded.Partitions;

/// <summary>A customer's row of the index with the way to its full state. Owned by the partition's worker.</summary>
internal sealed class ResidentEntry : CustomerEntry
{
    private const byte Version = 1;

    /// <summary>An entry of a new customer.</summary>
    public ResidentEntry(WorkspaceState workspace, long key, string id)
        : base(id)
    {
        Workspace = workspace;
        Key = key;
    }

    /// <summary>The workspace's part in this partition.</summary>
    public WorkspaceState Workspace { get; }

    /// <summary>The key in the state file.</summary>
    public long Key { get; }

    /// <summary>The full state where it is in memory.</summary>
    public Customer? Resident { get; set; }

    /// <summary>The checkpoint generation it was last changed in; 0 for never since loading.</summary>
    public int ChangedIn { get; set; }

    /// <summary>Whether a checkpoint holds it as that generation left it.</summary>
    public bool IsCopied { get; set; }

    /// <summary>Whether it was used since the last look for customers to let go.</summary>
    public bool IsTouched { get; set; }

    /// <summary>Writes the entry.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(Workspace.Id);
        writer.Write(Id);
        EncodeBody(writer);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="key">The customer's key.</param>
    /// <param name="reader">Stands at the first byte.</param>
    /// <param name="partition">Knows the workspaces and shares names.</param>
    public static ResidentEntry Decode(long key, BinaryReader reader, PartitionState partition)
    {
        reader.ReadVersion("Customer entry", Version);
        var entry = new ResidentEntry(partition.WorkspaceOf(reader.ReadString()), key, reader.ReadString());
        entry.DecodeBody(reader, partition.Names);
        return entry;
    }
}
