using CxGrains.Domain.Channels;

namespace CxGrains.Abstractions.Views;

/// <summary>What happened on one channel in a window.</summary>
public sealed record ChannelView
{
    /// <summary>The channel; <c>other</c> past 32 names.</summary>
    public required string Name { get; init; }

    /// <summary>How often each thing happened; what never did is absent.</summary>
    public required IReadOnlyDictionary<ChannelMeasure, long> Counts { get; init; }
}
