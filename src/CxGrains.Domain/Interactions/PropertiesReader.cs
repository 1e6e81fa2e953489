using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Checks an interaction's <c>properties</c>. They are no archive: of them only a label for the timeline and <see cref="KnownProperties"/> are taken.</summary>
internal static class PropertiesReader
{
    private const string Field = "properties";

    /// <summary>Reads the value the reader stands on, to its end.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="labels">Shares labels: titles of pages and names of features recur.</param>
    /// <param name="known">Takes those that mean something beyond a label.</param>
    /// <param name="fault">Takes the first fault.</param>
    /// <returns>The label; null where there is none.</returns>
    public static string? Read(ref Utf8JsonReader reader, NamePool labels, ref KnownProperties known, ref FirstFault fault)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            fault.Add(Field, $"is {Offending.Value(ref reader)}; an object is wanted");
            reader.Skip();
            return null;
        }

        Span<char> label = stackalloc char[Limits.LabelCharsMax];
        var labelLength = 0;
        var labelRank = LabelKeys.NoRank;
        var members = 0;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.ValueSpan;
            members++;
            if (members > Limits.PropertiesMax)
            {
                fault.Add(Field, $"has more than {Limits.PropertiesMax} members (\"{Offending.Name(key)}\" is one too many)");
            }

            CheckText(ref reader, key, ref fault);
            reader.Read();

            var rank = reader.TokenType == JsonTokenType.String ? LabelKeys.RankOf(key) : LabelKeys.NoRank;
            if (rank < labelRank && TryDecodeLabel(ref reader, label, ref labelLength))
            {
                labelRank = rank;
            }

            if (KnownProperties.Of(key) is not KnownProperty.None and var property)
            {
                known.Read(property, ref reader);
            }

            CheckValue(ref reader, key, ref fault);
        }

        return labelRank == LabelKeys.NoRank ? null : labels.Share(label[..labelLength]);
    }

    private static void CheckValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> key, ref FirstFault fault)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            CheckText(ref reader, key, ref fault);
            return;
        }

        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            CheckText(ref reader, key, ref fault);
        }
    }

    private static void CheckText(ref Utf8JsonReader reader, ReadOnlySpan<byte> key, ref FirstFault fault)
    {
        var charsMax = reader.TokenType switch
        {
            JsonTokenType.PropertyName => Limits.NameCharsMax,
            JsonTokenType.String => Limits.PropertyCharsMax,
            _ => int.MaxValue,
        };

        if (charsMax != int.MaxValue && FieldText.LengthProblem(ref reader, charsMax) is { } problem)
        {
            fault.Add($"{Field}.{Offending.Name(key)}", problem);
        }
    }

    // A blank title says nothing; the next best property may.
    private static bool TryDecodeLabel(ref Utf8JsonReader reader, scoped Span<char> label, ref int length)
    {
        Span<char> candidate = stackalloc char[Limits.LabelCharsMax];
        FieldText.Decode(ref reader, candidate, out var candidateLength);
        if (candidate[..candidateLength].IsWhiteSpace())
        {
            return false;
        }

        candidate[..candidateLength].CopyTo(label);
        length = candidateLength;
        return true;
    }
}
