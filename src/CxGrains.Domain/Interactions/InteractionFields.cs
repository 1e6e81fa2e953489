using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Finds the field a member's name means. The length decides first, so that most names need one comparison.</summary>
internal static class InteractionFields
{
    private const int NameCharsMax = 10;

    /// <summary>The field of the property name the reader stands on.</summary>
    public static InteractionField Find(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? FindEscaped(ref reader) : Find(reader.ValueSpan);

    private static InteractionField Find(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("id"u8) => InteractionField.Id,
        2 when name.SequenceEqual("at"u8) => InteractionField.At,
        4 when name.SequenceEqual("type"u8) => InteractionField.Type,
        5 when name.SequenceEqual("value"u8) => InteractionField.Value,
        5 when name.SequenceEqual("score"u8) => InteractionField.Score,
        5 when name.SequenceEqual("scale"u8) => InteractionField.Scale,
        6 when name.SequenceEqual("survey"u8) => InteractionField.Survey,
        6 when name.SequenceEqual("metric"u8) => InteractionField.Metric,
        6 when name.SequenceEqual("traits"u8) => InteractionField.Traits,
        7 when name.SequenceEqual("channel"u8) => InteractionField.Channel,
        7 when name.SequenceEqual("comment"u8) => InteractionField.Comment,
        7 when name.SequenceEqual("account"u8) => InteractionField.Account,
        7 when name.SequenceEqual("purpose"u8) => InteractionField.Purpose,
        7 when name.SequenceEqual("granted"u8) => InteractionField.Granted,
        8 when name.SequenceEqual("customer"u8) => InteractionField.Customer,
        8 when name.SequenceEqual("currency"u8) => InteractionField.Currency,
        8 when name.SequenceEqual("response"u8) => InteractionField.Response,
        8 when name.SequenceEqual("revision"u8) => InteractionField.Revision,
        10 when name.SequenceEqual("touchpoint"u8) => InteractionField.Touchpoint,
        10 when name.SequenceEqual("properties"u8) => InteractionField.Properties,
        10 when name.SequenceEqual("previousId"u8) => InteractionField.PreviousId,
        _ => InteractionField.Unknown,
    };

    private static InteractionField FindEscaped(ref Utf8JsonReader reader)
    {
        Span<char> chars = stackalloc char[NameCharsMax];
        if (FieldText.Decode(ref reader, chars, out var length) != TextOutcome.Whole)
        {
            return InteractionField.Unknown;
        }

        Span<byte> name = stackalloc byte[NameCharsMax];
        for (var i = 0; i < length; i++)
        {
            if (!char.IsAscii(chars[i]))
            {
                return InteractionField.Unknown;
            }

            name[i] = (byte)chars[i];
        }

        return Find(name[..length]);
    }
}
