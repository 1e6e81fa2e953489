using System.Text.Json;
using System.Text.Unicode;

namespace CxGrains.Domain.Interactions;

/// <summary>Reads one interaction's UTF-8 JSON in one forward pass, checking every field.</summary>
/// <remarks>
/// Members this version does not know are ignored; of a member sent twice the last counts; a member that is null counts as not sent.
/// </remarks>
public static class InteractionReader
{
    private const string Whole = "interaction";

    private static readonly JsonReaderOptions Options = new() { MaxDepth = Limits.JsonDepthMax };

    /// <summary>Reads and checks one interaction.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <param name="receivedMs">The receive time, Unix milliseconds UTC: the interaction's time where it states none, and the bound on the future.</param>
    /// <param name="names">Shares types, channels and touchpoints.</param>
    /// <param name="interaction">The interaction, where true is returned.</param>
    /// <param name="error">The first fault found, where false is returned.</param>
    public static bool TryRead(ReadOnlySpan<byte> utf8, long receivedMs, NamePool names, out Interaction? interaction, out InteractionError error)
    {
        interaction = null;
        error = default;

        if (utf8.Length > Limits.InteractionBytesMax)
        {
            error = new InteractionError(Whole, $"has {utf8.Length} bytes, at most {Limits.InteractionBytesMax} are allowed");
            return false;
        }

        // The JSON reader checks no encoding in what is skipped, and would throw late in what is kept.
        if (!Utf8.IsValid(utf8))
        {
            error = new InteractionError(JsonFault.Field, JsonFault.DescribeInvalidUtf8(utf8));
            return false;
        }

        try
        {
            interaction = Read(utf8, receivedMs, names, ref error);
            return interaction is not null;
        }
        catch (JsonException fault)
        {
            error = new InteractionError(JsonFault.Field, JsonFault.Describe(fault));
            return false;
        }
    }

    /// <summary>The <c>id</c> of a rejected interaction, for the error report.</summary>
    /// <param name="utf8">What was rejected, however broken; only its first <see cref="Limits.InteractionBytesMax"/> bytes are looked at.</param>
    /// <returns>The id's first <see cref="Limits.IdCharsMax"/> characters; null where none can be read.</returns>
    public static string? TryReadId(ReadOnlySpan<byte> utf8)
    {
        var start = utf8[..Math.Min(utf8.Length, Limits.InteractionBytesMax)];
        var reader = new Utf8JsonReader(start, isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            return FindId(ref reader);
        }
        catch (JsonException)
        {
            // Why the interaction was rejected is reported already; here it only means that no id comes before the fault.
            return null;
        }
    }

    private static Interaction? Read(ReadOnlySpan<byte> utf8, long receivedMs, NamePool names, ref InteractionError error)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            error = new InteractionError(Whole, $"is {Offending.Value(ref reader)}; one JSON object is wanted");
            return null;
        }

        var draft = new InteractionDraft(receivedMs, names);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = InteractionFields.Find(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            draft.Read(field, ref reader);
            if (draft.HasFault)
            {
                error = draft.Fault;
                return null;
            }
        }

        // Anything behind the object is a fault of the JSON, which reading on brings out.
        reader.Read();

        var interaction = draft.Complete();
        if (interaction is null)
        {
            error = draft.Fault;
        }

        return interaction;
    }

    private static string? FindId(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = InteractionFields.Find(ref reader);
            if (!reader.Read())
            {
                return null;
            }

            if (field == InteractionField.Id)
            {
                return FieldId.ReadStart(ref reader);
            }

            if (!reader.TrySkip())
            {
                return null;
            }
        }

        return null;
    }
}
