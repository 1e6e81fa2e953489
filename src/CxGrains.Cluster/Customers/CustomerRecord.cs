using CxGrains.Domain;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Interactions;

namespace CxGrains.Cluster.Customers;

/// <summary>One record of the log for a customer.</summary>
[GenerateSerializer, Immutable, Alias("cx.CustomerRecord")]
internal sealed class CustomerRecord
{
    /// <summary>Where it stands.</summary>
    [Id(0)]
    public required long Position { get; init; }

    /// <summary>What it asks.</summary>
    [Id(1)]
    public required RecordKind Kind { get; init; }

    /// <summary>The log's clock, Unix milliseconds UTC.</summary>
    [Id(2)]
    public required long NowMs { get; init; }

    /// <summary>Whether it may raise an alert; false for imports and re-evaluations.</summary>
    [Id(3)]
    public bool IsNews { get; init; }

    /// <summary>The interaction; null for other kinds.</summary>
    [Id(4)]
    public InteractionLine? Line { get; init; }

    /// <summary>The survey that the interaction answers, as defined; null for none.</summary>
    [Id(5)]
    public SurveyOnWire? Survey { get; init; }

    /// <summary>What was done with an alert, in the domain's encoding; null for other kinds.</summary>
    [Id(6)]
    public byte[]? Handled { get; init; }

    /// <summary>What another customer's record brings about here; null for other kinds.</summary>
    [Id(7)]
    public CustomerEffect? Effect { get; init; }

    /// <summary>The interaction in it: one of its own, or one that was passed on; null where there is none.</summary>
    /// <exception cref="CxException">It cannot be read.</exception>
    public Interaction? InteractionIn(NamePool names) =>
        Line is not null ? Line.ToInteraction(names) : (Effect?.ToEffect(names) as ForwardEffect)?.Interaction;
}
