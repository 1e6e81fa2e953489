using CxGrains.Domain.Interactions;

namespace CxGrains.Cluster.Storage;

/// <summary>A row of a partition's log, as read.</summary>
/// <param name="Row">Its number, from 1, without holes within the partition.</param>
/// <param name="Body">What <see cref="CxGrains.Domain.Log.LogRow.Decode"/> takes.</param>
/// <param name="Customer">Where its interactions came past the web: the customer they must be of. They are checked when they are read. Null for all other rows.</param>
[GenerateSerializer, Immutable, Alias("cx.LogEntry")]
public sealed record LogEntry([property: Id(0)] long Row, [property: Id(1)] byte[] Body, [property: Id(2)] string? Customer = null)
{
    [NonSerialized]
    private readonly IReadOnlyList<Interaction>? _interactions;

    /// <summary>Its interactions as they were read before they were appended, one a line; null where they must be read from the body. They stay in this process.</summary>
    public IReadOnlyList<Interaction>? Interactions
    {
        get => _interactions;
        init => _interactions = value;
    }
}
