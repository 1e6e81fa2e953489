using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Reads the traits of an <c>identify</c>.</summary>
internal static class TraitsReader
{
    private const string Field = "traits";

    /// <summary>Reads the value the reader stands on, to its end.</summary>
    /// <returns>The traits, each key once; null where the value is no object. What has a fault is left out.</returns>
    public static List<Trait>? Read(ref Utf8JsonReader reader, NamePool names, ref FirstFault fault)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            fault.Add(Field, $"is {Offending.Value(ref reader)}; an object is wanted");
            reader.Skip();
            return null;
        }

        var traits = new List<Trait>();
        var members = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            members++;
            if (members > Limits.TraitsMax)
            {
                fault.Add(Field, $"has more than {Limits.TraitsMax} traits (\"{Offending.Name(reader.ValueSpan)}\" is one too many)");
            }

            var rawKey = reader.ValueSpan;
            var key = FieldText.ReadName(ref reader, Field, names, ref fault);
            reader.Read();
            var value = ReadValue(ref reader, rawKey, ref fault);

            // Beyond the first fault nothing is kept, so a hostile number of keys is never searched through.
            if (key is not null && value is not null && !fault.Any)
            {
                Set(traits, new Trait(key, value.Value));
            }
        }

        return traits;
    }

    /// <returns>The value; null where it is null, which sets nothing, or has a fault.</returns>
    private static TraitValue? ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> key, ref FirstFault fault)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return TraitValue.Of(reader.GetBoolean());

            case JsonTokenType.Null:
                return null;

            case JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number):
                return TraitValue.Of(number);

            case JsonTokenType.Number:
                fault.Add(Path(key), $"{Offending.Number(ref reader)} is outside ±{double.MaxValue}, the range of a double");
                return null;

            case JsonTokenType.String when FieldText.LengthProblem(ref reader, Limits.TraitCharsMax) is { } problem:
                fault.Add(Path(key), problem);
                return null;

            case JsonTokenType.String:
                return TraitValue.Of(reader.GetString()!);

            default:
                fault.Add(Path(key), $"is {Offending.Value(ref reader)}; a string, a number or a boolean is wanted");
                reader.Skip();
                return null;
        }
    }

    private static void Set(List<Trait> traits, Trait trait)
    {
        for (var i = 0; i < traits.Count; i++)
        {
            if (traits[i].Key == trait.Key)
            {
                traits[i] = trait;
                return;
            }
        }

        traits.Add(trait);
    }

    private static string Path(ReadOnlySpan<byte> key) => $"{Field}.{Offending.Name(key)}";
}
