using System.Collections.Frozen;
using System.Text;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>The interaction type that the name of a tracked event means.</summary>
internal static class SegmentNames
{
    /// <summary>Names of Segment's specifications that mean the same as a type of ours. All others become a type by their own name.</summary>
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Order Completed"] = InteractionTypes.Purchase,
        ["Order Refunded"] = InteractionTypes.Refund,
        ["Products Searched"] = "search",
        ["Product Reviewed"] = InteractionTypes.Review,
        ["Signed In"] = "login",
        ["Email Delivered"] = "email_sent",
        ["Email Opened"] = "email_opened",
        ["Email Link Clicked"] = "email_clicked",
        ["Live Chat Message Sent"] = "message",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // A name must not make a track into something that it has not the fields for, or that changes who a customer is.
    private static readonly FrozenSet<string> NotByName =
        new[] { InteractionTypes.Identify, InteractionTypes.Group, InteractionTypes.Consent, InteractionTypes.Alias, InteractionTypes.Erase }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The type of a name, at most <see cref="Limits.NameCharsMax"/> characters.</summary>
    /// <exception cref="UnreadableException">The name has no letter or digit.</exception>
    public static string TypeOf(string name)
    {
        if (Known.TryGetValue(name.Trim(), out var type))
        {
            return type;
        }

        var snake = SnakeCase(name);
        return NotByName.Contains(snake) ? snake + "_event" : snake;
    }

    // "Song Played", "songPlayed" and "song-played" are one name.
    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length && snake.Length < Limits.NameCharsMax; i++)
        {
            var c = name[i];
            if (!char.IsLetterOrDigit(c))
            {
                Separate(snake);
                continue;
            }

            if (char.IsUpper(c) && i > 0 && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1])))
            {
                Separate(snake);
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        var text = snake.ToString(0, Math.Min(snake.Length, Limits.NameCharsMax)).TrimEnd('_');
        return text.Length > 0 ? text : throw new UnreadableException($"the event's name '{Web.Text.Shorten(name)}' has no letter or digit");
    }

    private static void Separate(StringBuilder snake)
    {
        if (snake.Length > 0 && snake[^1] != '_')
        {
            snake.Append('_');
        }
    }
}
