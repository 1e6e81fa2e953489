using CxGrains.Domain.Segments;

namespace CxGrains.Embedded.Partitions;

/// <summary>One partition's part of a segment, and how far the re-evaluation after its last change is.</summary>
internal sealed class SegmentState
{
    /// <summary>A segment as defined.</summary>
    public SegmentState(SegmentDefinition definition, PopulationShard shard)
    {
        Definition = definition;
        Shard = shard;
    }

    /// <summary>The definition at the partition's position.</summary>
    public SegmentDefinition Definition { get; set; }

    /// <summary>Its members, summed up.</summary>
    public PopulationShard Shard { get; }

    /// <summary>Customers re-evaluated so far, in the order in which the partition met them.</summary>
    public int Cursor { get; set; }

    /// <summary>Customers to re-evaluate; later ones met the new rule from the start.</summary>
    public int Target { get; set; }

    /// <summary>Whether customers are still to be re-evaluated.</summary>
    public bool IsRedefining => Cursor < Target;

    /// <summary>Whether it changed since the last checkpoint.</summary>
    public bool IsChanged { get; set; }
}
