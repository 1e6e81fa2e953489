using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.Cluster.Customers;

/// <summary>An accepted interaction on its way to its customer: its JSON, and what was read of it while it stays in one process.</summary>
[GenerateSerializer, Immutable, Alias("cx.InteractionLine")]
internal sealed class InteractionLine
{
    [NonSerialized]
    private Interaction? _interaction;

    /// <summary>The JSON.</summary>
    [Id(0)]
    public required ReadOnlyMemory<byte> Utf8 { get; init; }

    /// <summary>When it was received, Unix milliseconds UTC.</summary>
    [Id(1)]
    public required long ReceivedMs { get; init; }

    /// <summary>A line that was read before.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="receivedMs">When it was received.</param>
    /// <param name="interaction">What was read of it.</param>
    public static InteractionLine Of(ReadOnlyMemory<byte> utf8, long receivedMs, Interaction interaction) =>
        new() { Utf8 = utf8, ReceivedMs = receivedMs, _interaction = interaction };

    /// <summary>Reads a line as accepted.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="receivedMs">When it was received.</param>
    /// <param name="names">Shares names.</param>
    /// <exception cref="CxException">It cannot be read.</exception>
    public static InteractionLine Read(ReadOnlyMemory<byte> utf8, long receivedMs, NamePool names)
    {
        var line = new InteractionLine { Utf8 = utf8, ReceivedMs = receivedMs };
        line.ToInteraction(names);
        return line;
    }

    /// <summary>The interaction.</summary>
    /// <exception cref="CxException">It cannot be read.</exception>
    public Interaction ToInteraction(NamePool names)
    {
        if (_interaction is null)
        {
            _interaction = InteractionReader.TryRead(Utf8.Span, ReceivedMs, names, out var interaction, out var error)
                ? interaction!
                : throw new CxException($"An accepted interaction can no longer be read: {error}");
        }

        return _interaction;
    }
}
