using CxGrains.Cluster.Customers;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Partitions;

/// <summary>A segment as one partition knows it, and how far the re-evaluation after its last change is.</summary>
internal sealed class SegmentHead
{
    /// <summary>The definition as stored.</summary>
    public required string Stored { get; set; }

    /// <summary>The definition.</summary>
    public SegmentDefinition Definition => RuleSet.Parse(Stored);

    /// <summary>Whether customers are still to be re-evaluated.</summary>
    public bool IsRedefining { get; set; }

    /// <summary>The last customer re-evaluated; empty for none.</summary>
    public string Cursor { get; set; } = "";

    /// <summary>Customers re-evaluated.</summary>
    public int Done { get; set; }

    /// <summary>Customers there were when it was defined.</summary>
    public int Target { get; set; }

    /// <summary>Members in this partition.</summary>
    public long Members { get; set; }
}
