namespace CxGrains.Web.Connectors.Mapping;

/// <summary>What a payload says.</summary>
/// <param name="Interactions">The interactions.</param>
/// <param name="Ignored">Why there is nothing to take, where that is in order; null otherwise.</param>
internal sealed record MappedPayload(IReadOnlyList<MappedInteraction> Interactions, string? Ignored)
{
    /// <summary>What of it could not be read, each with its place and why.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>A payload of one interaction.</summary>
    public static MappedPayload Of(MappedInteraction interaction) => new([interaction], null);

    /// <summary>A payload that holds nothing to take, and rightly so.</summary>
    /// <param name="why">Why, in words.</param>
    public static MappedPayload Nothing(string why) => new([], why);
}
