using System.Text.Json;
using CxGrains.Domain.Segments;

namespace CxGrains.Domain.Tests.Segments;

public class SegmentRuleErrorTests
{
    private const string Fine = """{"field":"interactions","op":"eq","value":1}""";

    [Theory]
    [InlineData("[]", "rule", "[] is not an object")]
    [InlineData("{}", "rule", "holds nothing")]
    [InlineData("""{"all":[]}""", "rule.all", "[] is not a list of at least 1 rule")]
    [InlineData("""{"any":{}}""", "rule.any", "{} is not a list of at least 1 rule")]
    [InlineData("""{"not":[]}""", "rule.not", "[] is not an object")]
    [InlineData("""{"all":[1]}""", "rule.all[0]", "1 is not an object")]
    [InlineData("""{"all":[""" + Fine + """],"any":[""" + Fine + """]}""", "rule", "holds all, any")]
    [InlineData("""{"not":""" + Fine + ""","op":"eq"}""", "rule", "holds not, op")]
    [InlineData("""{"not":""" + Fine + ""","not":""" + Fine + "}", "rule.not", "given twice")]
    [InlineData("""{"all":[""" + Fine + """],"extra":1}""", "rule", "\"extra\":1 is unknown; a rule holds all, any or not alone")]
    [InlineData("""{"field":"interactions","op":"eq"}""", "rule.value", "is missing")]
    [InlineData("""{"op":"eq","value":1}""", "rule.field", "is missing")]
    [InlineData("""{"field":"interactions","value":1}""", "rule.op", "is missing")]
    [InlineData("""{"field":"mood","op":"eq","value":1}""", "rule.field", "\"mood\" is not one of trait.KEY, channel, lastSeenDays")]
    [InlineData("""{"field":"trait.","op":"eq","value":1}""", "rule.field", "\"trait.\" is not one of")]
    [InlineData("""{"field":7,"op":"eq","value":1}""", "rule.field", "7 is not a text")]
    [InlineData("""{"field":"\ud800","op":"eq","value":1}""", "rule.field", "is not valid Unicode")]
    [InlineData("""{"\ud800":1}""", "rule", "holds a name that is not valid Unicode")]
    [InlineData("""{"all":[""" + Fine + """,{"field":"interactions","op":"is","value":1}]}""", "rule.all[1].op", "\"is\" is not one of eq, ne, in, lt, le, gt, ge, exists")]
    [InlineData("""{"field":"account","op":"lt","value":"a"}""", "rule.op", "\"lt\" is not one of eq, ne, in, exists, contains")]
    [InlineData("""{"field":"channel","op":"exists","value":true}""", "rule.op", "\"exists\" is not one of eq, ne, in")]
    [InlineData("""{"field":"nps.category","op":"contains","value":"pro"}""", "rule.op", "\"contains\" is not one of eq, ne, in, exists")]
    [InlineData("""{"field":"interactions","op":1,"value":1}""", "rule.op", "1 is not one of")]
    [InlineData("""{"field":"interactions","op":"lt","value":"1"}""", "rule.value", "\"1\" is not a finite number")]
    [InlineData("""{"field":"interactions","op":"lt","value":1e999}""", "rule.value", "1e999 is not a finite number")]
    [InlineData("""{"field":"trait.a","op":"lt","value":"1"}""", "rule.value", "\"1\" is not a finite number")]
    [InlineData("""{"field":"trait.a","op":"eq","value":null}""", "rule.value", "null is not a text, a number, true or false")]
    [InlineData("""{"field":"trait.a","op":"contains","value":1}""", "rule.value", "1 is not a text")]
    [InlineData("""{"field":"account","op":"eq","value":""}""", "rule.value", "has 0 characters; 1 to 128 are allowed")]
    [InlineData("""{"field":"account","op":"exists","value":"yes"}""", "rule.value", "\"yes\" is not true or false")]
    [InlineData("""{"field":"churn.band","op":"eq","value":"High"}""", "rule.value", "\"High\" is not one of low, medium, high")]
    [InlineData("""{"field":"ces.category","op":"in","value":["easy","so so"]}""", "rule.value[1]", "\"so so\" is not one of easy, neutral, hard")]
    [InlineData("""{"field":"interactions","op":"in","value":1}""", "rule.value", "1 is not a list")]
    [InlineData("""{"field":"interactions","op":"in","value":[]}""", "rule.value", "has 0 values; 1 to 50 are allowed")]
    [InlineData("""{"not":{"field":"interactions","op":"in","value":[1,"2"]}}""", "rule.not.value[1]", "\"2\" is not a finite number")]
    public void An_error_names_the_path_the_value_and_what_is_allowed(string json, string field, string problem)
    {
        var error = Assert.Throws<InvalidFieldException>(() => Rule.Of(json));

        Assert.Equal(field, error.Field);
        Assert.Contains(problem, error.Problem);
    }

    [Fact]
    public void No_rule_at_all_is_an_error() =>
        Assert.Equal("rule", Assert.Throws<InvalidFieldException>(() => SegmentRule.Parse(default(JsonElement))).Field);

    [Theory]
    [InlineData(Limits.RuleConditionsMax, true)]
    [InlineData(Limits.RuleConditionsMax + 1, false)]
    public void Conditions_are_bounded_over_the_whole_rule(int conditions, bool allowed)
    {
        var half = string.Join(',', Enumerable.Repeat(Fine, conditions / 2));
        var rest = string.Join(',', Enumerable.Repeat(Fine, conditions - (conditions / 2)));

        AssertAllowed(allowed, $$"""{"any":[{"all":[{{half}}]},{"all":[{{rest}}]}]}""");
    }

    [Theory]
    [InlineData("""{"not":""", "}", Limits.RuleDepthMax, true)]
    [InlineData("""{"not":""", "}", Limits.RuleDepthMax + 1, false)]
    [InlineData("""{"all":[""", "]}", Limits.RuleDepthMax, true)]
    [InlineData("""{"all":[""", "]}", Limits.RuleDepthMax + 1, false)]
    public void Nesting_is_bounded(string opening, string closing, int levels, bool allowed) => AssertAllowed(
        allowed,
        string.Concat(Enumerable.Repeat(opening, levels - 1)) + Fine + string.Concat(Enumerable.Repeat(closing, levels - 1)));

    [Theory]
    [InlineData(Limits.RuleValuesMax, true)]
    [InlineData(Limits.RuleValuesMax + 1, false)]
    public void Values_of_a_list_are_bounded(int values, bool allowed) =>
        AssertAllowed(allowed, Rule.Leaf("interactions", "in", $"[{string.Join(',', Enumerable.Range(0, values))}]"));

    [Theory]
    [InlineData("account", Limits.IdCharsMax)]
    [InlineData("channel", Limits.NameCharsMax)]
    [InlineData("trait.plan", Limits.TraitCharsMax)]
    public void Texts_are_bounded(string field, int charsMax)
    {
        AssertAllowed(true, Rule.Leaf(field, "eq", $"\"{new string('a', charsMax)}\""));
        AssertAllowed(false, Rule.Leaf(field, "eq", $"\"{new string('a', charsMax + 1)}\""));
    }

    [Fact]
    public void Trait_keys_are_bounded()
    {
        AssertAllowed(true, Rule.Leaf("trait." + new string('a', Limits.NameCharsMax), "eq", "1"));
        AssertAllowed(false, Rule.Leaf("trait." + new string('a', Limits.NameCharsMax + 1), "eq", "1"));
    }

    [Fact]
    public void An_error_repeats_only_the_beginning_of_a_long_value()
    {
        var error = Assert.Throws<InvalidFieldException>(() => Rule.Of(Rule.Leaf("interactions", "eq", $"\"{new string('a', 5000)}\"")));

        Assert.InRange(error.Problem.Length, 80, 200);
    }

    private static void AssertAllowed(bool allowed, string json)
    {
        if (allowed)
        {
            Rule.Of(json);
        }
        else
        {
            Assert.Throws<InvalidFieldException>(() => Rule.Of(json));
        }
    }
}
