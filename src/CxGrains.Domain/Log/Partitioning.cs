using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Log;

/// <summary>Says which partition a customer lives in, and splits rows accordingly.</summary>
public static class Partitioning
{
    /// <summary>The partition of a customer.</summary>
    public static int PartitionOf(string workspace, string customer, int partitionsCount) =>
        (int)((Fingerprint.Of(workspace.AsSpan()) ^ Fingerprint.Of(customer.AsSpan())) % (ulong)partitionsCount);

    /// <summary>The lines of each partition, ascending; a partition without lines has an empty segment.</summary>
    public static ArraySegment<int>[] Split(string workspace, IReadOnlyList<Interaction> interactions, int partitionsCount)
    {
        // A counting sort over one array: a row is split for each request, and must not cost a list a partition.
        var workspacePart = Fingerprint.Of(workspace.AsSpan());
        var partitionOf = new byte[interactions.Count];
        var ends = new int[partitionsCount];
        for (var line = 0; line < interactions.Count; line++)
        {
            var partition = (byte)((workspacePart ^ Fingerprint.Of(interactions[line].Customer.AsSpan())) % (ulong)partitionsCount);
            partitionOf[line] = partition;
            ends[partition]++;
        }

        var lines = new int[interactions.Count];
        var slices = new ArraySegment<int>[partitionsCount];
        var start = 0;
        for (var partition = 0; partition < partitionsCount; partition++)
        {
            slices[partition] = new ArraySegment<int>(lines, start, ends[partition]);
            (ends[partition], start) = (start, start + ends[partition]);
        }

        for (var line = 0; line < partitionOf.Length; line++)
        {
            lines[ends[partitionOf[line]]++] = line;
        }

        return slices;
    }
}
