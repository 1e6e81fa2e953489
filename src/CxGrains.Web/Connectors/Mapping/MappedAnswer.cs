using System.Text.Json;
using CxGrains.Domain.Interactions;

namespace CxGrains.Web.Connectors.Mapping;

/// <summary>What all survey tools have in common: an answer has a customer, and what the mapping says goes before what the tool says.</summary>
internal static class MappedAnswer
{
    /// <summary>A survey answer that is still empty.</summary>
    public static MappedInteraction New()
    {
        var answer = new MappedInteraction();
        answer.Set("type", InteractionTypes.SurveyResponse);
        return answer;
    }

    /// <summary>Lets the mapping speak, and checks that the customer is known.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mapping">The connection's mapping.</param>
    /// <param name="payload">What the mapping's pointers point into.</param>
    /// <exception cref="UnreadableException">Nothing says whose answer it is, or what it measures.</exception>
    public static MappedPayload Finish(MappedInteraction answer, ConnectionMapping mapping, JsonElement payload)
    {
        mapping.Apply(payload, answer);
        if (!answer.Has("customer"))
        {
            throw new UnreadableException("nothing says which customer it is; say where with the mapping's customer");
        }

        return MappedPayload.Of(answer);
    }

    /// <summary>Sets a field to the first value that is there.</summary>
    public static void SetFirst(this MappedInteraction answer, string field, JsonElement payload, params ReadOnlySpan<string> pointers)
    {
        foreach (var pointer in pointers)
        {
            if (JsonPointer.Find(payload, pointer) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
                && !(value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0))
            {
                answer.Set(field, value);
                return;
            }
        }
    }

    /// <summary>A text at a place; null where there is none, or it is empty.</summary>
    public static string? TextAt(this JsonElement payload, string pointer) => JsonPointer.Find(payload, pointer) switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } value => value,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
