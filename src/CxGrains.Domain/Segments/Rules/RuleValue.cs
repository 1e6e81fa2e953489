using System.Text.Json;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>A value inside a rule, with the path that errors name.</summary>
internal readonly record struct RuleValue(JsonElement Json, string Path)
{
    // What an error repeats of the offending value.
    private const int ShownCharsMax = 80;

    /// <summary>A value as an error shows it.</summary>
    public static string Show(JsonElement json) => json.ValueKind == JsonValueKind.Undefined ? "nothing" : Cut(json.GetRawText());

    /// <summary>A text, cut to what an error shows.</summary>
    public static string Cut(string text) => text.Length <= ShownCharsMax ? text : string.Concat(text.AsSpan(0, ShownCharsMax), "...");

    /// <summary>A text of 1 to some characters.</summary>
    public string Text(int charsMax)
    {
        if (Json.ValueKind != JsonValueKind.String)
        {
            throw Wrong("is not a text");
        }

        var text = Decoded();
        return text.Length >= 1 && text.Length <= charsMax ? text : throw Wrong($"has {text.Length} characters; 1 to {charsMax} are allowed");
    }

    /// <summary>One of some words, or, where there are none, any text as long as an id.</summary>
    public string Word(string[]? words)
    {
        var text = Text(Limits.IdCharsMax);
        return words is null || words.Contains(text) ? text : throw Wrong($"is not one of {string.Join(", ", words)}");
    }

    /// <summary>A finite number.</summary>
    public double Number() =>
        Json.ValueKind == JsonValueKind.Number && Json.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw Wrong("is not a finite number");

    /// <summary>A truth value.</summary>
    public bool Truth() => Json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("is not true or false"),
    };

    /// <summary>A text, a number or a truth value.</summary>
    public TraitValue Trait() => Json.ValueKind switch
    {
        JsonValueKind.String => TraitValue.Of(Text(Limits.TraitCharsMax)),
        JsonValueKind.Number => TraitValue.Of(Number()),
        JsonValueKind.True or JsonValueKind.False => TraitValue.Of(Truth()),
        _ => throw Wrong("is not a text, a number, true or false"),
    };

    /// <summary>One of the operators that a field has.</summary>
    public RuleOperator Operator(RuleOperator[] allowed)
    {
        foreach (var op in allowed)
        {
            if (Json.ValueKind == JsonValueKind.String && Json.ValueEquals(NameOf(op)))
            {
                return op;
            }
        }

        throw Wrong($"is not one of {string.Join(", ", allowed.Select(NameOf))}");
    }

    /// <summary>A list of 1 to <see cref="Limits.RuleValuesMax"/> values, or a single value.</summary>
    public T[] OneOrMany<T>(bool isList, Func<RuleValue, T> read)
    {
        if (!isList)
        {
            return [read(this)];
        }

        if (Json.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("is not a list");
        }

        var length = Json.GetArrayLength();
        if (length is < 1 or > Limits.RuleValuesMax)
        {
            throw new InvalidFieldException(Path, $"has {length} values; 1 to {Limits.RuleValuesMax} are allowed");
        }

        var path = Path;
        return [.. Json.EnumerateArray().Select((one, i) => read(new RuleValue(one, $"{path}[{i}]")))];
    }

    // JSON may hold half a character, written as an escape; only decoding finds it.
    private string Decoded()
    {
        try
        {
            return Json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("is not valid Unicode");
        }
    }

    private static string NameOf(RuleOperator op) => op.ToString().ToLowerInvariant();

    private InvalidFieldException Wrong(string problem) => new(Path, $"{Show(Json)} {problem}");
}
