using System.Text.Json;
using CxGrains.Domain;

namespace CxGrains.Web.Connectors;

/// <summary>Copies the members of a JSON object that an interaction can hold: texts, numbers and truth values, as many and as long as its bounds allow.</summary>
internal static class ScalarCopy
{
    /// <summary>Copies the members of an object.</summary>
    /// <param name="utf8">The object, checked to be well formed.</param>
    /// <param name="writer">Stands inside the object they go to.</param>
    /// <param name="charsMax">Characters of a text; a longer one is cut.</param>
    /// <param name="membersMax">Members to copy at most.</param>
    /// <param name="isFlat">Whether members of nested objects are left out; otherwise they are named <c>outer.inner</c>.</param>
    public static void Copy(ReadOnlySpan<byte> utf8, Utf8JsonWriter writer, int charsMax, int membersMax, bool isFlat)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Segment.SegmentLimits.DepthMax });
        reader.Read();
        var left = membersMax;
        CopyMembers(ref reader, writer, "", charsMax, ref left, isFlat);
    }

    private static void CopyMembers(ref Utf8JsonReader reader, Utf8JsonWriter writer, string prefix, int charsMax, ref int left, bool isFlat)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + reader.GetString();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject && !isFlat)
            {
                CopyMembers(ref reader, writer, name + ".", charsMax, ref left, isFlat);
            }
            else if (left == 0 || name.Length is 0 or > Limits.NameCharsMax || string.IsNullOrWhiteSpace(name) || !CopyValue(ref reader, writer, name, charsMax))
            {
                reader.Skip();
            }
            else
            {
                left--;
            }
        }
    }

    private static bool CopyValue(ref Utf8JsonReader reader, Utf8JsonWriter writer, string name, int charsMax)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                writer.WriteString(name, Excerpt.Of(reader.GetString()!, charsMax));
                return true;
            case JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number):
                writer.WritePropertyName(name);
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                writer.WriteBoolean(name, reader.TokenType == JsonTokenType.True);
                return true;
            default:
                return false;
        }
    }
}
