using CxGrains.Domain;
using CxGrains.Domain.Identity;

namespace CxGrains.Cluster.Customers;

/// <summary>An effect of another customer's record on its way to a customer: its bytes, and what was read of them while it stays in one process.</summary>
[GenerateSerializer, Immutable, Alias("cx.Effect")]
internal sealed class CustomerEffect
{
    [NonSerialized]
    private Effect? _effect;

    /// <summary>The effect, in the domain's encoding.</summary>
    [Id(0)]
    public required byte[] Bytes { get; init; }

    /// <summary>Of an effect.</summary>
    public static CustomerEffect Of(Effect effect) => new() { Bytes = StateEncoding.ToBytes(effect, static (owed, writer) => owed.Encode(writer)), _effect = effect };

    /// <summary>The effect.</summary>
    /// <exception cref="StateFormatException">Its kind is unknown.</exception>
    public Effect ToEffect(NamePool names) => _effect ??= Effect.Decode(new BinaryReader(new MemoryStream(Bytes)), names);
}
