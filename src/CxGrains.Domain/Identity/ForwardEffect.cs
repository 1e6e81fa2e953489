using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Identity;

/// <summary>An interaction of an id that was merged away, for the customer that stands for it now.</summary>
public sealed record ForwardEffect : Effect
{
    /// <summary>An interaction for another customer than it names. An alias counts there, and merges nothing: the first one stands.</summary>
    /// <param name="customer">The customer that stands for it.</param>
    /// <param name="interaction">The interaction.</param>
    /// <param name="isNews">Whether what it reveals may raise an alert.</param>
    public ForwardEffect(string customer, Interaction interaction, bool isNews)
        : base(customer)
    {
        Interaction = interaction with { Customer = customer, MergeInto = null };
        IsNews = isNews;
    }

    /// <summary>The interaction, as one of the other customer.</summary>
    public Interaction Interaction { get; }

    /// <summary>Whether what it reveals may raise an alert.</summary>
    public bool IsNews { get; }

    /// <inheritdoc/>
    protected override EffectKind Kind => EffectKind.Forward;

    internal static ForwardEffect DecodeContent(string customer, BinaryReader reader, NamePool names)
    {
        var isNews = reader.ReadBoolean();
        return new ForwardEffect(customer, InteractionEncoding.Decode(customer, reader, names), isNews);
    }

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write(IsNews);
        InteractionEncoding.Encode(Interaction, writer);
    }
}
