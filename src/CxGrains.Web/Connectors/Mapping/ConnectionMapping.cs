using System.Text.Json;
using CxGrains.Domain;

namespace CxGrains.Web.Connectors.Mapping;

/// <summary>
/// Where a connection finds the fields of an interaction: for each field a JSON pointer (a text that begins with <c>/</c>), a constant, or a list
/// of these of which the first that is there counts. What a kind finds by itself it need not say; what it says goes before that.
/// </summary>
internal sealed class ConnectionMapping
{
    /// <summary>Members of one mapping.</summary>
    public const int MembersMax = 64;

    /// <summary>Alternatives for one field.</summary>
    public const int AlternativesMax = 8;

    private const string ItemsMember = "items";
    private const string QuestionMember = "question";
    private const string CommentQuestionMember = "commentQuestion";

    private readonly List<(string Field, JsonElement[] Alternatives)> _fields = [];

    private ConnectionMapping(JsonElement json) => Json = json;

    /// <summary>One that says nothing.</summary>
    public static ConnectionMapping Empty { get; } = new(JsonElement.Parse("{}"));

    /// <summary>The mapping as it was said.</summary>
    public JsonElement Json { get; }

    /// <summary>The pointer to the list whose elements are events of their own; null where the payload is one event.</summary>
    public string? Items { get; private set; }

    /// <summary>The id or reference of the question whose answer is the score; null where the kind finds it.</summary>
    public string? Question { get; private set; }

    /// <summary>The id or reference of the question whose answer is the comment; null where the kind finds it.</summary>
    public string? CommentQuestion { get; private set; }

    /// <summary>Reads and checks a mapping.</summary>
    /// <exception cref="InvalidFieldException">It is none; the field is named.</exception>
    public static ConnectionMapping Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidFieldException("mapping", $"must be a JSON object; it is {json.ValueKind}");
        }

        var mapping = new ConnectionMapping(json.Clone());
        foreach (var member in json.EnumerateObject())
        {
            mapping.Add(member);
        }

        return mapping;
    }

    /// <summary>Whether it says where a field is.</summary>
    public bool Has(string field) => _fields.Exists(entry => entry.Field == field);

    /// <summary>Sets what it says of an event.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="interaction">Takes the fields.</param>
    /// <exception cref="UnreadableException">A value is none that its field can have.</exception>
    public void Apply(JsonElement payload, MappedInteraction interaction)
    {
        foreach (var (field, alternatives) in _fields)
        {
            interaction.Set(field, Find(payload, alternatives));
        }
    }

    /// <summary>The value it says for one field; null where it says none, or it is not there.</summary>
    public JsonElement? Find(JsonElement payload, string field) =>
        _fields.Find(entry => entry.Field == field).Alternatives is { } alternatives ? Find(payload, alternatives) : null;

    private static JsonElement? Find(JsonElement payload, JsonElement[] alternatives)
    {
        foreach (var alternative in alternatives)
        {
            JsonElement? found = alternative.ValueKind == JsonValueKind.String && JsonPointer.Is(alternative.GetString()!)
                ? JsonPointer.Find(payload, alternative.GetString()!)
                : alternative;
            if (found is { } value && !(value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0))
            {
                return value;
            }
        }

        return null;
    }

    private static bool IsSource(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private void Add(JsonProperty member)
    {
        var field = $"mapping.{Text.Shorten(member.Name)}";
        if (member.Name is ItemsMember or QuestionMember or CommentQuestionMember)
        {
            var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : throw new InvalidFieldException(field, "must be a text");
            (Items, Question, CommentQuestion) = member.Name switch
            {
                ItemsMember when JsonPointer.Is(text) => (text, Question, CommentQuestion),
                ItemsMember => throw new InvalidFieldException(field, $"must be a JSON pointer such as /events; it is '{Text.Shorten(text)}'"),
                QuestionMember => (Items, text, CommentQuestion),
                _ => (Items, Question, text),
            };
            return;
        }

        if (!MappedInteraction.IsField(member.Name))
        {
            throw new InvalidFieldException(field, $"is none of {string.Join(", ", MappedInteraction.FieldNames)}, properties.NAME, traits.NAME, {ItemsMember}, {QuestionMember}, {CommentQuestionMember}");
        }

        JsonElement[] alternatives = member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()] : [member.Value];
        if (alternatives.Length is 0 or > AlternativesMax || !Array.TrueForAll(alternatives, IsSource))
        {
            throw new InvalidFieldException(field, $"must be a text, a number, a truth value, or a list of 1 to {AlternativesMax} of these");
        }

        if (_fields.Count == MembersMax)
        {
            throw new InvalidFieldException("mapping", $"has more than {MembersMax} members");
        }

        _fields.Add((member.Name, [.. alternatives.Select(alternative => alternative.Clone())]));
    }
}
