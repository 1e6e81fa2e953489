using System.Globalization;
using System.Text;
using System.Text.Json;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Settings;

/// <summary>An object within settings as sent. Every fault names the field by its path; an unknown field is a fault too, because it is most likely a typing error.</summary>
internal readonly struct SettingsObject
{
    private readonly JsonElement? _json;
    private readonly string _path;

    /// <summary>An object.</summary>
    /// <param name="json">The value; null where it was left out, and then every field has its default.</param>
    /// <param name="path">Its path, for errors.</param>
    /// <param name="fields">The fields there are.</param>
    /// <exception cref="InvalidFieldException">It is no object, or has another field.</exception>
    public SettingsObject(JsonElement? json, string path, params ReadOnlySpan<string> fields)
    {
        _json = json is { ValueKind: JsonValueKind.Null } ? null : json;
        _path = path;
        if (_json is not { } given)
        {
            return;
        }

        var name = path.Length == 0 ? "body" : path;
        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidFieldException(name, $"must be an object; it is {given.ValueKind}");
        }

        foreach (var member in given.EnumerateObject())
        {
            if (!IsOneOf(member, fields))
            {
                throw new InvalidFieldException(PathOf(NameOf(member)), $"is none of {string.Join(", ", fields.ToArray())}");
            }
        }
    }

    /// <summary>An object below.</summary>
    public SettingsObject Child(string field, params ReadOnlySpan<string> fields) => new(Find(field), PathOf(field), fields);

    /// <summary>The objects of a list; empty where it was left out.</summary>
    /// <param name="field">The list.</param>
    /// <param name="countMax">Objects it may have.</param>
    /// <param name="fields">The fields that each has.</param>
    public List<SettingsObject> List(string field, int countMax, params ReadOnlySpan<string> fields)
    {
        var objects = new List<SettingsObject>();
        foreach (var item in Items(field, countMax))
        {
            objects.Add(new SettingsObject(item, string.Create(CultureInfo.InvariantCulture, $"{PathOf(field)}[{objects.Count}]"), fields));
        }

        return objects;
    }

    /// <summary>A whole number.</summary>
    public int Integer(string field, int min, int max, int otherwise) => FindInteger(field, min, max) ?? otherwise;

    /// <summary>A whole number; null where it was left out.</summary>
    public int? FindInteger(string field, int min, int max) => Find(field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Fault(field, $"must be a whole number from {min} to {max}; it is {Shown(value)}");

    /// <summary>A number.</summary>
    public double Number(string field, double min, double max, double otherwise) => FindNumber(field, min, max) ?? otherwise;

    /// <summary>A number; null where it was left out.</summary>
    public double? FindNumber(string field, double min, double max) => Find(field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= min && number <= max
            ? number
            : throw Fault(field, string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}; it is {Shown(value)}"));

    /// <summary>A text; null where it was left out.</summary>
    public string? FindText(string field, int charsMax) => Find(field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String && Decode(value, field) is var text && text.Length >= 1 && text.Length <= charsMax
            ? text
            : throw Fault(field, $"must be a text of 1 to {charsMax} characters; it is {Shown(value)}");

    /// <summary>A text that must be there.</summary>
    public string Text(string field, int charsMax) => FindText(field, charsMax) ?? throw Fault(field, "is missing");

    /// <summary>A list of texts, none of them twice; empty where it was left out.</summary>
    /// <param name="field">The list.</param>
    /// <param name="countMax">Texts it may have.</param>
    /// <param name="charsMax">Characters each may have, from 1.</param>
    public List<string> Texts(string field, int countMax, int charsMax)
    {
        var texts = new List<string>();
        foreach (var item in Items(field, countMax))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{field}[{texts.Count}]");
            var text = item.ValueKind == JsonValueKind.String ? Decode(item, place) : "";
            texts.Add(text.Length < 1 || text.Length > charsMax ? throw Fault(place, $"must be a text of 1 to {charsMax} characters; it is {Shown(item)}")
                : texts.Contains(text) ? throw Fault(place, $"{Offending.Text(text)} is named twice")
                : text);
        }

        return texts;
    }

    /// <summary>Whether something is so.</summary>
    public bool Flag(string field, bool otherwise) => Find(field) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => throw Fault(field, $"must be true or false; it is {Offending.Text(value.GetRawText())}"),
    };

    /// <summary>The field <c>id</c>, which no other of the same list may have.</summary>
    /// <param name="ids">The ids so far; takes this one.</param>
    public string NewId(HashSet<string> ids) =>
        Text("id", Limits.IdCharsMax) is var id && ids.Add(id) ? id : throw Fault("id", $"is used twice: {Offending.Text(id)}");

    /// <summary>A day, as <c>2026-12-31</c>; null where it was left out.</summary>
    public DateOnly? FindDay(string field) => Find(field) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(Decode(value, field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault(field, $"must be a date YYYY-MM-DD, such as \"2026-12-31\"; it is {Shown(value)}");

    /// <summary>One of an enumeration's names, in lower camel case.</summary>
    public T OneOf<T>(string field, T otherwise)
        where T : struct, Enum
    {
        if (FindText(field, Limits.NameCharsMax) is not { } text)
        {
            return otherwise;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (NameOf(value) == text)
            {
                return value;
            }
        }

        throw Fault(field, $"{Offending.Text(text)} is none of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}");
    }

    /// <summary>A field of any type; null where it was left out.</summary>
    public JsonElement? Find(string field) =>
        _json is { } given && given.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A fault of a field.</summary>
    public InvalidFieldException Fault(string field, string problem) => new(PathOf(field), problem);

    /// <summary>The path of a field.</summary>
    public string PathOf(string field) => _path.Length == 0 ? field : $"{_path}.{field}";

    // Compared without decoding, because a name may be one that cannot be decoded.
    private static bool IsOneOf(JsonProperty member, ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (member.NameEquals(field))
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return Offending.Name(Encoding.UTF8.GetBytes(member.Name));
        }
        catch (InvalidOperationException)
        {
            return "(a name that is no valid text)";
        }
    }

    // A text has quotes of its own.
    private static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Offending.Text(value.GetRawText().AsSpan(1..^1)) : Offending.Name(Encoding.UTF8.GetBytes(value.GetRawText()));

    private string Decode(JsonElement text, string field)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw Fault(field, $"is not valid text: {error.Message}");
        }
    }

    private List<JsonElement> Items(string field, int countMax)
    {
        if (Find(field) is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Fault(field, $"must be a list; it is {list.ValueKind}");
        }

        return list.GetArrayLength() <= countMax
            ? [.. list.EnumerateArray()]
            : throw Fault(field, $"has {list.GetArrayLength()} entries, above the limit of {countMax}");
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
