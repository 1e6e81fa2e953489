using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CxGrains.Domain.Interactions;

/// <summary>Reads ids, names and texts. The bytes are known to be valid UTF-8; escapes are not yet known to be whole characters.</summary>
internal static class FieldText
{
    private const string HalfCharacter = "holds an escape that is half a character (a lone surrogate); a text of whole characters is wanted";

    /// <summary>Reads an id, 1 to <see cref="Limits.IdCharsMax"/> characters.</summary>
    /// <returns>The id; null where it has a fault.</returns>
    public static string? ReadId(ref Utf8JsonReader reader, string field, ref FirstFault fault)
    {
        Span<char> id = stackalloc char[Limits.IdCharsMax];
        return TryReadLine(ref reader, field, id, out var length, ref fault) ? id[..length].ToString() : null;
    }

    /// <summary>Reads an id that recurs in many interactions, and shares it.</summary>
    /// <returns>The id; null where it has a fault.</returns>
    public static string? ReadSharedId(ref Utf8JsonReader reader, string field, NamePool names, ref FirstFault fault)
    {
        Span<char> id = stackalloc char[Limits.IdCharsMax];
        return TryReadLine(ref reader, field, id, out var length, ref fault) ? names.Share(id[..length]) : null;
    }

    /// <summary>Reads a name, 1 to <see cref="Limits.NameCharsMax"/> characters, and shares it.</summary>
    /// <returns>The name; null where it has a fault.</returns>
    public static string? ReadName(ref Utf8JsonReader reader, string field, NamePool names, ref FirstFault fault)
    {
        Span<char> name = stackalloc char[Limits.NameCharsMax];
        return TryReadLine(ref reader, field, name, out var length, ref fault) ? names.Share(name[..length]) : null;
    }

    /// <summary>Reads a free text of 0 to <paramref name="charsMax"/> characters.</summary>
    /// <returns>The text; null where it has a fault.</returns>
    public static string? ReadText(ref Utf8JsonReader reader, string field, int charsMax, ref FirstFault fault)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            fault.Add(field, $"is {Offending.Value(ref reader)}; a string of at most {charsMax} characters is wanted");
            reader.Skip();
            return null;
        }

        if (LengthProblem(ref reader, charsMax) is { } problem)
        {
            fault.Add(field, problem);
            return null;
        }

        return reader.GetString();
    }

    /// <summary>Checks the length of a string or a property name without keeping it.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? LengthProblem(ref Utf8JsonReader reader, int charsMax)
    {
        // A character takes at least one byte, so a short value needs no counting.
        if (!reader.ValueIsEscaped && reader.ValueSpan.Length <= charsMax)
        {
            return null;
        }

        var count = CountChars(ref reader);
        return count switch
        {
            < 0 => HalfCharacter,
            _ when count > charsMax => $"has {count} characters ({Offending.String(ref reader)}), at most {charsMax} are allowed",
            _ => null,
        };
    }

    /// <summary>
    /// Reads a string or a property name of 1 to <paramref name="target"/>'s length characters,
    /// without control characters and without white space at its ends.
    /// </summary>
    public static bool TryReadLine(ref Utf8JsonReader reader, string field, scoped Span<char> target, out int length, ref FirstFault fault)
    {
        length = 0;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            fault.Add(field, $"is {Offending.Value(ref reader)}; a string of 1 to {target.Length} characters is wanted");
            reader.Skip();
            return false;
        }

        switch (Decode(ref reader, target, out length))
        {
            case TextOutcome.Broken:
                fault.Add(field, HalfCharacter);
                return false;
            case TextOutcome.Cut:
                fault.Add(field, $"has {CountChars(ref reader)} characters ({Offending.String(ref reader)}), at most {target.Length} are allowed");
                return false;
            default:
                return IsLine(target[..length], target.Length, reader.ValueIsEscaped, field, ref fault);
        }
    }

    /// <summary>Decodes as many whole characters as the target holds.</summary>
    public static TextOutcome Decode(ref Utf8JsonReader reader, scoped Span<char> target, out int length)
    {
        if (reader.ValueIsEscaped)
        {
            return DecodeEscaped(ref reader, target, out length);
        }

        var status = Utf8.ToUtf16(reader.ValueSpan, target, out _, out length);
        return status == OperationStatus.Done ? TextOutcome.Whole : TextOutcome.Cut;
    }

    private static bool IsLine(ReadOnlySpan<char> text, int charsMax, bool wasEscaped, string field, ref FirstFault fault)
    {
        if (text.IsEmpty)
        {
            fault.Add(field, $"is empty (\"\"); 1 to {charsMax} characters are wanted");
            return false;
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            fault.Add(field, $"{Offending.Text(text)} begins or ends with white space, which is not allowed");
            return false;
        }

        // JSON itself allows control characters in their escaped form only.
        var control = wasEscaped ? text.IndexOfAnyInRange('\0', '\u001F') : -1;
        if (control >= 0)
        {
            fault.Add(field, $"{Offending.Text(text)} holds the control character U+{(int)text[control]:X4}, which is not allowed");
            return false;
        }

        return true;
    }

    private static TextOutcome DecodeEscaped(ref Utf8JsonReader reader, scoped Span<char> target, out int length)
    {
        // No escape is shorter than the characters it stands for, so the raw length is room enough.
        var whole = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            var text = whole.AsSpan(0, Unescape(ref reader, whole));
            if (text.Length <= target.Length)
            {
                text.CopyTo(target);
                length = text.Length;
                return TextOutcome.Whole;
            }

            length = Excerpt.Length(text, target.Length);
            text[..length].CopyTo(target);
            return TextOutcome.Cut;
        }
        catch (InvalidOperationException)
        {
            length = 0;
            return TextOutcome.Broken;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(whole);
        }
    }

    /// <returns>The characters of the text; -1 where an escape is half a character.</returns>
    private static int CountChars(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetCharCount(reader.ValueSpan);
        }

        var whole = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return Unescape(ref reader, whole);
        }
        catch (InvalidOperationException)
        {
            return -1;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(whole);
        }
    }

    /// <exception cref="InvalidOperationException">An escape is half a character; the reader has no way to ask beforehand.</exception>
    private static int Unescape(ref Utf8JsonReader reader, scoped Span<char> target) => reader.CopyString(target);
}
