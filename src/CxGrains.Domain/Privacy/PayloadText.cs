using System.Text;
using System.Text.Json;

namespace CxGrains.Domain.Privacy;

/// <summary>Looks for whom a payload speaks of that nobody could read as an interaction.</summary>
public static class PayloadText
{
    /// <summary>Characters of a longer piece of a text that is no JSON are not looked at: no id or address is that long.</summary>
    private const int PieceCharsMax = 512;

    private static readonly char[] Breaks = [' ', '\t', '\r', '\n', '"', '\'', ',', ';', ':', '=', '&', '<', '>', '(', ')', '[', ']', '{', '}'];

    /// <summary>Whether a string or a number of a JSON payload, or a piece of any other, is one of those meant.</summary>
    /// <param name="payload">The payload; what is no JSON is read as UTF-8.</param>
    /// <param name="isMeant">Whether a text is an id, or an address, that is looked for.</param>
    public static bool Names(ReadOnlySpan<byte> payload, Func<string, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var reader = new Utf8JsonReader(payload);
        try
        {
            while (reader.Read())
            {
                var text = reader.TokenType switch
                {
                    JsonTokenType.String or JsonTokenType.PropertyName => reader.GetString()!,
                    JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                    _ => "",
                };
                if (text.Length > 0 && isMeant(text))
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // No JSON, or a string in it that is no UTF-8.
            return Pieces(payload).Any(isMeant);
        }
    }

    private static IEnumerable<string> Pieces(ReadOnlySpan<byte> payload) =>
        Encoding.UTF8.GetString(payload).Split(Breaks, StringSplitOptions.RemoveEmptyEntries).Where(piece => piece.Length <= PieceCharsMax);
}
