using CxGrains.Domain.Log;

namespace CxGrains.Embedded.Partitions;

/// <summary>One log row's part for one partition; without either content a mark in the queue.</summary>
/// <param name="Row">The log row; 0 for a mark.</param>
/// <param name="Slice">Interactions.</param>
/// <param name="Internal">Any other row.</param>
/// <param name="Folded">Called when it is folded.</param>
internal readonly record struct PartitionRecord(long Row, InteractionSlice? Slice, LogRow? Internal, Action? Folded);
