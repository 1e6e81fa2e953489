using System.Text.Json;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>Writes Segment's events as interactions. docs/connectors.md has the table.</summary>
/// <param name="lines">Takes the interactions.</param>
/// <param name="receivedMs">When the request came, Unix milliseconds UTC.</param>
/// <param name="sentAtMs">When the sender's clock says it was sent; null where it does not.</param>
internal sealed class SegmentMapper(LineBatch lines, long receivedMs, long? sentAtMs)
{
    /// <summary>Stands for no event in <see cref="LineBatch.Origins"/>.</summary>
    public const int NoEvent = -1;

    private const string AliasIdPrefix = "alias";

    private readonly HashSet<(string Previous, string User)> _joined = [];

    /// <summary>Writes one event.</summary>
    /// <param name="utf8">The event.</param>
    /// <param name="index">Its place in the request.</param>
    /// <param name="type">Its type as the path says it; null where the event says it.</param>
    /// <exception cref="UnreadableException">It makes no interaction.</exception>
    public void Map(ReadOnlySpan<byte> utf8, int index, string? type)
    {
        try
        {
            Map(utf8, SegmentEventReader.Read(utf8), index, type);
        }
        catch (InvalidOperationException fault)
        {
            // Half a surrogate pair in an escape.
            throw new UnreadableException($"a text is not valid: {fault.Message}");
        }
    }

    private void Map(ReadOnlySpan<byte> utf8, SegmentEvent read, int index, string? type)
    {
        type ??= read.Type ?? throw new UnreadableException("type is missing; track, identify, page, screen, group or alias is wanted");
        var customer = read.UserId ?? read.AnonymousId ?? throw new UnreadableException("userId and anonymousId are both missing; one of them is wanted");
        var mapped = type switch
        {
            "track" => SegmentNames.TypeOf(read.Event ?? throw new UnreadableException("event is missing; the name of what was tracked is wanted")),
            "identify" => InteractionTypes.Identify,
            "page" or "screen" => "page",
            "group" => InteractionTypes.Group,
            "alias" => InteractionTypes.Alias,
            _ => throw new UnreadableException($"type '{Text.Shorten(type)}' is none of track, identify, page, screen, group, alias"),
        };
        if (type == "alias")
        {
            WriteAlias(read.PreviousId ?? throw new UnreadableException("previousId is missing"), customer, read, index);
            return;
        }

        Join(read);
        var writer = lines.Begin();
        try
        {
            WriteHead(writer, customer, mapped, read.MessageId is { } id ? MappedText.Id(id) : null, read);
            if ((type == "screen" ? "app" : type == "page" ? "web" : ChannelOf(read.Library)) is { } channel)
            {
                writer.WriteString("channel"u8, channel);
            }

            WriteBody(writer, utf8, read, type, mapped);
        }
        catch (Exception error) when (error is UnreadableException or InvalidOperationException)
        {
            lines.Undo();
            throw;
        }

        lines.End(index);
    }

    private static void WriteBody(Utf8JsonWriter writer, ReadOnlySpan<byte> utf8, in SegmentEvent read, string type, string mapped)
    {
        switch (type)
        {
            case "identify":
                var traits = IsThere(read.Traits) ? read.Traits : read.ContextTraits;
                writer.WriteStartObject("traits"u8);
                if (IsThere(traits))
                {
                    ScalarCopy.Copy(utf8[traits], writer, Limits.TraitCharsMax, Limits.TraitsMax, isFlat: false);
                }

                writer.WriteEndObject();
                break;

            case "group":
                writer.WriteString("account"u8, read.GroupId ?? throw new UnreadableException("groupId is missing; the account's id is wanted"));
                break;

            default:
                WriteProperties(writer, utf8, read, mapped);
                break;
        }
    }

    private static void WriteProperties(Utf8JsonWriter writer, ReadOnlySpan<byte> utf8, in SegmentEvent read, string mapped)
    {
        if (IsThere(read.Properties))
        {
            SegmentProperties.Read(utf8[read.Properties]).Write(writer, mapped);
        }

        writer.WriteStartObject("properties"u8);
        var left = Limits.PropertiesMax;
        if (read.Name is { } name)
        {
            writer.WriteString("name"u8, Excerpt.Of(name, Limits.PropertyCharsMax));
            left--;
        }

        if (IsThere(read.Properties))
        {
            ScalarCopy.Copy(utf8[read.Properties], writer, Limits.PropertyCharsMax, left, isFlat: true);
        }

        writer.WriteEndObject();
    }

    // What tells who an anonymous visitor was: said once for each pair and request, always under the same id, so that it has its effect once.
    private void Join(in SegmentEvent read)
    {
        if (read is { UserId: { } user, AnonymousId: { } anonymous } && user != anonymous && _joined.Add((anonymous, user)))
        {
            WriteAlias(anonymous, user, read, NoEvent);
        }
    }

    private void WriteAlias(string previous, string user, in SegmentEvent read, int index)
    {
        var writer = lines.Begin();
        WriteHead(writer, user, InteractionTypes.Alias, MappedText.Id(AliasIdPrefix, MappedText.Id(previous, user)), read);
        writer.WriteString("previousId"u8, previous);
        lines.End(index);
    }

    private void WriteHead(Utf8JsonWriter writer, string customer, string type, string? id, in SegmentEvent read)
    {
        writer.WriteString("customer"u8, customer);
        writer.WriteString("type"u8, type);
        if (id is not null)
        {
            writer.WriteString("id"u8, id);
        }

        writer.WriteNumber("at"u8, AtMs(read));
    }

    // The sender's clock may be wrong. How long before sending it happened is right all the same, and sending took no time to speak of.
    private long AtMs(in SegmentEvent read)
    {
        if (read.TimestampMs is not { } happened)
        {
            return receivedMs;
        }

        return (sentAtMs ?? read.SentAtMs) is { } sent ? receivedMs - (sent - happened) : happened;
    }

    private static string? ChannelOf(string? library) => library switch
    {
        null => null,
        _ when library.StartsWith("analytics.js", StringComparison.Ordinal) => "web",
        _ when Array.Exists(AppLibraries, name => library.Contains(name, StringComparison.OrdinalIgnoreCase)) => "app",
        _ => null,
    };

    private static readonly string[] AppLibraries = ["ios", "android", "react-native", "swift", "kotlin", "flutter"];

    private static bool IsThere(Range range) => range.End.Value > 0;
}
