using CxGrains.Domain;
using CxGrains.Embedded.Partitions;
using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Moving;

/// <summary>What a partition's last checkpoint says of itself.</summary>
/// <param name="Bytes">As it is stored; empty where there is no checkpoint.</param>
/// <param name="Position">The last record it holds.</param>
/// <param name="CustomersCount">Its customers.</param>
internal sealed record ArchivedHead(byte[] Bytes, Position Position, long CustomersCount)
{
    /// <summary>Reads a partition's.</summary>
    public static ArchivedHead Read(int partition, StateReader reader, NamePool names)
    {
        if (reader.ReadHead() is not { } bytes)
        {
            return new ArchivedHead([], Position.None, 0);
        }

        var state = new PartitionState(partition, names, reader, [], residentsMax: 1);
        state.DecodeHead(new BinaryReader(new MemoryStream(bytes)));

        // What is left of one that was erased is a place among the others.
        static bool IsCustomer(long key, byte[] entry, PartitionState partition) => ResidentEntry.Decode(key, new BinaryReader(new MemoryStream(entry)), partition).Id.Length > 0;
        return new ArchivedHead(bytes, state.Position, reader.ReadEntries().LongCount(entry => IsCustomer(entry.Key, entry.State, state)));
    }
}
