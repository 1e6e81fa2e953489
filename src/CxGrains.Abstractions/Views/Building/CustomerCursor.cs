using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CxGrains.Domain;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Where a page of customers ended: the instant of its scores and the rank of its last customer.</summary>
public sealed record CustomerCursor(long AtMs, CustomerRank Rank)
{
    // Base64 of JSON, where a character of a name or an id may take the six of \uXXXX.
    private const int TextCharsMax = 256 + (6 * (Limits.TraitCharsMax + Limits.IdCharsMax) * 4 / 3);

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="InvalidFieldException">The text is not one that <see cref="ToString"/> made.</exception>
    public static CustomerCursor Parse(string text)
    {
        try
        {
            if (text.Length <= TextCharsMax && JsonSerializer.Deserialize<Stored>(Base64Url.DecodeFromChars(text)) is { Text: not null, Id: not null } stored)
            {
                return new CustomerCursor(stored.AtMs, new CustomerRank(stored.Number, stored.Text, stored.Id, stored.IsReversed));
            }
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw Unknown(error);
        }

        throw Unknown(null);
    }

    /// <summary>The form clients hand back.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(new Stored(AtMs, Rank.Number, Rank.Text, Rank.Id, Rank.IsReversed))));

    private static InvalidFieldException Unknown(Exception? inner) =>
        new("cursor", inner is null ? "it is not one that a page gave" : $"it is not one that a page gave: {inner.Message}");

    private sealed record Stored(long AtMs, double Number, string Text, string Id, bool IsReversed);
}
