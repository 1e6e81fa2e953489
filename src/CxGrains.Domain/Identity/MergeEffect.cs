using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Identity;

/// <summary>A customer's whole state on its way into another customer.</summary>
/// <param name="Customer">The customer it is for next.</param>
/// <param name="Path">The ids it has passed through, the first its own; at most <see cref="Limits.MergePathMax"/>.</param>
/// <param name="State">The state, as <see cref="CustomerEncoding"/> writes it.</param>
public sealed record MergeEffect(string Customer, IReadOnlyList<string> Path, byte[] State) : Effect(Customer)
{
    /// <inheritdoc/>
    protected override EffectKind Kind => EffectKind.Merge;

    /// <summary>
    /// Whether it goes on from an id that was merged away. Ids that were merged into each other in a ring would pass it on for ever: once
    /// it comes to an id again, the least of all it met ends the ring and stands for them, whichever partition folds first.
    /// </summary>
    public bool PassesThrough(string id) =>
        Path.Count < Limits.MergePathMax && !(Path.Contains(id) && Path.Min(StringComparer.Ordinal) == id);

    /// <summary>The same on its way through an id to the next.</summary>
    public MergeEffect To(string next, string through) => this with { Customer = next, Path = Path.Contains(through) ? Path : [.. Path, through] };

    /// <summary>The state.</summary>
    public Customer Decode(NamePool names, TimelineSources sources) =>
        CustomerEncoding.Decode(new BinaryReader(new MemoryStream(State)), names, sources);

    /// <inheritdoc/>
    public override bool Names(Func<string, bool> isMeant) => isMeant(Customer) || Path.Any(isMeant);

    internal static MergeEffect DecodeContent(string customer, BinaryReader reader) =>
        new(customer, reader.ReadTexts(), reader.ReadBytes(reader.Read7BitEncodedInt()));

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.WriteTexts(Path);
        writer.Write7BitEncodedInt(State.Length);
        writer.Write(State);
    }
}
