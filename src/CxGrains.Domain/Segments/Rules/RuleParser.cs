using System.Text.Json;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Reads one rule, counting its conditions on the way.</summary>
internal sealed class RuleParser
{
    private const string TraitPrefix = "trait.";

    private static readonly RuleOperator[] EqualityOperators = [RuleOperator.Eq, RuleOperator.Ne, RuleOperator.In];
    private static readonly RuleOperator[] OrderOperators = [RuleOperator.Lt, RuleOperator.Le, RuleOperator.Gt, RuleOperator.Ge];
    private static readonly RuleOperator[] NumberOperators = [.. EqualityOperators, .. OrderOperators, RuleOperator.Exists];
    private static readonly RuleOperator[] WordOperators = [.. EqualityOperators, RuleOperator.Exists];
    private static readonly RuleOperator[] TextOperators = [.. WordOperators, RuleOperator.Contains];
    private static readonly RuleOperator[] TraitOperators = [.. NumberOperators, RuleOperator.Contains];

    private static readonly string FieldNames =
        string.Join(", ", ((IEnumerable<string>)["trait.KEY", "channel"]).Concat(NumberFields.ByName.Keys).Concat(TextFields.ByName.Keys));

    private int _conditions;

    /// <summary>Reads the whole rule.</summary>
    /// <exception cref="InvalidFieldException">It is malformed.</exception>
    public SegmentRule Parse(JsonElement rule) => Parse(rule, "rule", 1);

    private SegmentRule Parse(JsonElement rule, string path, int depth)
    {
        if (depth > Limits.RuleDepthMax)
        {
            throw new InvalidFieldException(path, $"is nested more than {Limits.RuleDepthMax} levels deep");
        }

        if (rule.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidFieldException(path, $"{RuleValue.Show(rule)} is not an object");
        }

        var members = new RuleMembers(rule, path);
        return members.Single switch
        {
            "all" => new AllRule(Parts(members.Get("all"), $"{path}.all", depth)) { Source = rule },
            "any" => new AnyRule(Parts(members.Get("any"), $"{path}.any", depth)) { Source = rule },
            "not" => new NotRule(Parse(members.Get("not"), $"{path}.not", depth + 1)) { Source = rule },
            _ => Leaf(rule, members, path),
        };
    }

    private SegmentRule[] Parts(JsonElement list, string path, int depth)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new InvalidFieldException(path, $"{RuleValue.Show(list)} is not a list of at least 1 rule");
        }

        return [.. list.EnumerateArray().Select((part, i) => Parse(part, $"{path}[{i}]", depth + 1))];
    }

    private SegmentRule Leaf(JsonElement rule, RuleMembers members, string path)
    {
        if (++_conditions > Limits.RuleConditionsMax)
        {
            throw new InvalidFieldException(path, $"is condition {_conditions}; at most {Limits.RuleConditionsMax} are allowed");
        }

        var field = new RuleValue(members.Get("field"), $"{path}.field").Text(TraitPrefix.Length + Limits.NameCharsMax);
        var op = new RuleValue(members.Get("op"), $"{path}.op");
        var value = new RuleValue(members.Get("value"), $"{path}.value");

        if (field.StartsWith(TraitPrefix, StringComparison.Ordinal) && field.Length > TraitPrefix.Length)
        {
            return Trait(rule, field[TraitPrefix.Length..], op.Operator(TraitOperators), value);
        }

        if (field == "channel")
        {
            return Channel(rule, op.Operator(EqualityOperators), value);
        }

        if (NumberFields.ByName.TryGetValue(field, out var number))
        {
            return Number(rule, number, op.Operator(NumberOperators), value);
        }

        if (TextFields.ByName.TryGetValue(field, out var text))
        {
            return Text(rule, text, op.Operator(text.Words is null ? TextOperators : WordOperators), value);
        }

        throw new InvalidFieldException($"{path}.field", $"\"{field}\" is not one of {FieldNames}");
    }

    private static ChannelCondition Channel(JsonElement rule, RuleOperator op, RuleValue value) =>
        new(op, value.OneOrMany(op == RuleOperator.In, static one => one.Text(Limits.NameCharsMax))) { Source = rule };

    private static SegmentRule Trait(JsonElement rule, string key, RuleOperator op, RuleValue value)
    {
        if (op == RuleOperator.Exists)
        {
            return new ExistsCondition((customer, _) => customer.Trait(key) is not null, value.Truth()) { Source = rule };
        }

        Func<RuleValue, TraitValue> read = op switch
        {
            RuleOperator.Contains => static one => TraitValue.Of(one.Text(Limits.TraitCharsMax)),
            RuleOperator.Eq or RuleOperator.Ne or RuleOperator.In => static one => one.Trait(),
            _ => static one => TraitValue.Of(one.Number()),
        };
        return new TraitCondition(key, op, value.OneOrMany(op == RuleOperator.In, read)) { Source = rule };
    }

    private static SegmentRule Number(JsonElement rule, NumberField field, RuleOperator op, RuleValue value) =>
        op == RuleOperator.Exists
            ? new ExistsCondition((customer, atMs) => field.ValueOf(customer, atMs) is not null, value.Truth()) { Source = rule }
            : new NumberCondition(field, op, value.OneOrMany(op == RuleOperator.In, static one => one.Number())) { Source = rule };

    private static SegmentRule Text(JsonElement rule, TextField field, RuleOperator op, RuleValue value) =>
        op == RuleOperator.Exists
            ? new ExistsCondition((customer, atMs) => field.ValueOf(customer, atMs) is not null, value.Truth()) { Source = rule }
            : new TextCondition(field, op, value.OneOrMany(op == RuleOperator.In, one => one.Word(field.Words))) { Source = rule };
}
