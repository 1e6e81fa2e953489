using CxGrains.Domain.Interactions;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Identity;

/// <summary>An interaction as it was read, so that it need not be read and judged again where it is passed on.</summary>
internal static class InteractionEncoding
{
    private const byte Version = 1;

    [Flags]
    private enum Present : byte
    {
        None = 0,
        Value = 1,
        Answer = 2,
        Traits = 4,
        FoundNothing = 8,
    }

    /// <summary>Writes all but the customer.</summary>
    public static void Encode(Interaction interaction, BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write((byte)PresentIn(interaction));
        writer.Write(interaction.Type);
        writer.Write7BitEncodedInt64(interaction.AtMs);
        writer.Write(interaction.IdFingerprint);
        writer.WriteOptional(interaction.Channel);
        writer.WriteOptional(interaction.Touchpoint);
        writer.WriteOptional(interaction.Currency);
        writer.WriteOptional(interaction.Label);
        writer.WriteOptional(interaction.Ticket);
        writer.WriteOptional(interaction.Account);
        writer.Write7BitEncodedInt(interaction.StaySeconds);
        if (interaction.Value is { } value)
        {
            writer.Write(value);
        }

        if (interaction.Answer is { } answer)
        {
            Write(answer, writer);
        }

        if (interaction.Traits is { } traits)
        {
            Write(traits, writer);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static Interaction Decode(string customer, BinaryReader reader, NamePool names)
    {
        reader.ReadVersion("Interaction", Version);
        var present = (Present)reader.ReadByte();
        var type = reader.ReadShared(names);
        return new Interaction
        {
            Customer = customer,
            Type = type,
            Kind = InteractionTypes.KindOf(type),
            AtMs = reader.Read7BitEncodedInt64(),
            IdFingerprint = reader.ReadUInt64(),
            Channel = reader.ReadOptionalShared(names),
            Touchpoint = reader.ReadOptionalShared(names),
            Currency = reader.ReadOptionalShared(names),
            Label = reader.ReadOptional(),
            Ticket = reader.ReadOptional(),
            Account = reader.ReadOptional(),
            StaySeconds = reader.Read7BitEncodedInt(),
            FoundNothing = present.HasFlag(Present.FoundNothing),
            Value = present.HasFlag(Present.Value) ? reader.ReadDecimal() : null,
            Answer = present.HasFlag(Present.Answer) ? ReadAnswer(reader, names) : null,
            Traits = present.HasFlag(Present.Traits) ? ReadTraits(reader, names) : null,
        };
    }

    private static Present PresentIn(Interaction interaction) =>
        (interaction.Value is null ? 0 : Present.Value)
        | (interaction.Answer is null ? 0 : Present.Answer)
        | (interaction.Traits is null ? 0 : Present.Traits)
        | (interaction.FoundNothing ? Present.FoundNothing : 0);

    private static void Write(SurveyAnswer answer, BinaryWriter writer)
    {
        writer.Write(answer.Survey);
        writer.Write((sbyte)((int?)answer.Metric ?? -1));
        writer.Write7BitEncodedInt(answer.Scale ?? -1);
        writer.Write7BitEncodedInt(answer.Score);
        writer.WriteOptional(answer.Comment);
        writer.WriteOptional(answer.Response);
        writer.Write7BitEncodedInt(answer.Revision);
    }

    private static SurveyAnswer ReadAnswer(BinaryReader reader, NamePool names)
    {
        var survey = reader.ReadShared(names);
        var (metric, scale) = (reader.ReadSByte(), reader.Read7BitEncodedInt());
        return new SurveyAnswer
        {
            Survey = survey,
            Metric = metric < 0 ? null : (SurveyMetric)metric,
            Scale = scale < 0 ? null : scale,
            Score = reader.Read7BitEncodedInt(),
            Comment = reader.ReadOptional(),
            Response = reader.ReadOptional(),
            Revision = reader.Read7BitEncodedInt(),
        };
    }

    private static void Write(IReadOnlyList<Trait> traits, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(traits.Count);
        foreach (var (key, value) in traits)
        {
            writer.Write(key);
            writer.WriteOptional(value.Text);
            writer.Write(value.Number);
            writer.Write(value.IsBoolean);
        }
    }

    private static Trait[] ReadTraits(BinaryReader reader, NamePool names)
    {
        var traits = new Trait[reader.Read7BitEncodedInt()];
        foreach (ref var trait in traits.AsSpan())
        {
            trait = new Trait(reader.ReadShared(names), new TraitValue(reader.ReadOptional(), reader.ReadDouble(), reader.ReadBoolean()));
        }

        return traits;
    }
}
