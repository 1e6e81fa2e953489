using CxGrains.Domain.Interactions;
using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class TypeRuleTests
{
    /// <summary>What each reserved type needs beside customer and type.</summary>
    private static readonly Dictionary<string, string> Needs = new()
    {
        [InteractionTypes.SurveyResponse] = "\"survey\":\"s\",\"score\":5",
        [InteractionTypes.SurveySent] = "\"survey\":\"s\"",
        [InteractionTypes.Identify] = "\"traits\":{}",
        [InteractionTypes.Group] = "\"account\":\"a\"",
        [InteractionTypes.Consent] = "\"purpose\":\"p\",\"granted\":true",
        [InteractionTypes.Purchase] = "\"value\":1",
        [InteractionTypes.Refund] = "\"value\":1",
    };

    public static TheoryData<string> Served => new(InteractionTypes.Reserved.Except([InteractionTypes.Alias, InteractionTypes.Erase]));

    [Theory]
    [MemberData(nameof(Served))]
    public void Every_reserved_type_is_read_with_what_it_needs(string type)
    {
        var interaction = Accept(OfType(type, Needs.GetValueOrDefault(type, "\"x\":1")));

        Assert.Equal(type, interaction.Type);
        Assert.Equal(InteractionTypes.KindOf(type), interaction.Kind);
    }

    [Theory]
    [MemberData(nameof(Served))]
    public void A_reserved_type_without_what_it_needs_is_refused(string type)
    {
        if (Needs.ContainsKey(type))
        {
            Assert.Contains("missing", Reject(OfType(type, "\"x\":1")).Problem, StringComparison.Ordinal);
        }
        else
        {
            Accept(OfType(type, "\"x\":1"));
        }
    }

    [Fact]
    public void Traits_are_texts_numbers_and_truth_values()
    {
        var traits = Accept(OfType("identify", """ "traits":{"plan":"pro","seats":12.5,"vip":true,"old":false,"none":null,"empty":"","esc":"a\u00e9"} """)).Traits;

        Assert.Equal(
            [
                new Trait("plan", TraitValue.Of("pro")),
                new Trait("seats", TraitValue.Of(12.5)),
                new Trait("vip", TraitValue.Of(true)),
                new Trait("old", TraitValue.Of(false)),
                new Trait("empty", TraitValue.Of("")),
                new Trait("esc", TraitValue.Of("aé")),
            ],
            traits);
    }

    [Fact]
    public void Of_a_trait_sent_twice_the_last_counts() =>
        Assert.Equal([new Trait("a", TraitValue.Of(2)), new Trait("b", TraitValue.Of(1))], Accept(OfType("identify", """ "traits":{"a":1,"b":1,"a":2} """)).Traits);

    [Fact]
    public void The_number_of_traits_is_bounded()
    {
        Assert.Equal(Limits.TraitsMax, Accept(ManyTraits(Limits.TraitsMax)).Traits!.Count);

        AssertError(Reject(ManyTraits(Limits.TraitsMax + 1)), "traits", "more than 64", "\"t64\"");
    }

    [Fact]
    public void A_trait_is_bounded()
    {
        Accept(OneTrait(new string('k', 64), $"\"{new string('語', 256)}\""));

        AssertError(Reject(OneTrait(new string('k', 65), "1")), "traits", "65", "64");
        AssertError(Reject(OneTrait("", "1")), "traits", "empty");
        AssertError(Reject(OneTrait(" k", "1")), "traits", "white space");
        AssertError(Reject(OneTrait("plan", $"\"{new string('語', 257)}\"")), "traits.plan", "257", "256");
        AssertError(Reject(OneTrait("plan", "\"\\ud800\"")), "traits.plan", "surrogate");
        AssertError(Reject(OneTrait("plan", "1e999")), "traits.plan", "1e999", "range of a double");
        AssertError(Reject(OneTrait("plan", "{\"a\":{}}")), "traits.plan", "an object", "a string, a number or a boolean");
        AssertError(Reject(OneTrait("plan", "[1,[2]]")), "traits.plan", "an array");
    }

    [Fact]
    public void Traits_are_an_object() => AssertError(Reject(OfType("identify", "\"traits\":[1]")), "traits", "an array", "an object is wanted");

    [Fact]
    public void A_group_has_an_account()
    {
        Assert.Equal("acme", Accept(OfType("group", "\"account\":\"acme\"")).Account);
        Assert.Equal(128, Accept(OfType("group", $"\"account\":\"{new string('a', 128)}\"")).Account!.Length);

        AssertError(Reject(OfType("group", "\"groupId\":\"acme\"")), "account", "missing");
        AssertError(Reject(OfType("group", "\"account\":5")), "account", "a number (5)");
        AssertError(Reject(OfType("group", $"\"account\":\"{new string('a', 129)}\"")), "account", "129", "128");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_consent_becomes_a_trait(bool granted) =>
        Assert.Equal(
            [new Trait("consent.email", TraitValue.Of(granted))],
            Accept(OfType("consent", $"\"purpose\":\"email\",\"granted\":{(granted ? "true" : "false")}")).Traits);

    [Fact]
    public void A_purpose_fits_into_a_trait_key()
    {
        Assert.Equal(Limits.NameCharsMax, Accept(OfType("consent", $"\"granted\":true,\"purpose\":\"{new string('p', 56)}\"")).Traits![0].Key.Length);

        AssertError(Reject(OfType("consent", $"\"granted\":true,\"purpose\":\"{new string('p', 57)}\"")), "purpose", "57", "56");
        AssertError(Reject(OfType("consent", "\"granted\":true")), "purpose", "missing");
        AssertError(Reject(OfType("consent", "\"granted\":true,\"purpose\":1")), "purpose", "a number (1)");
        AssertError(Reject(OfType("consent", "\"purpose\":\"p\"")), "granted", "missing");
        AssertError(Reject(OfType("consent", "\"purpose\":\"p\",\"granted\":\"yes\"")), "granted", "a string (\"yes\")", "true or false");
    }

    [Fact]
    public void What_belongs_to_other_types_is_ignored()
    {
        var interaction = Accept(Visit("\"traits\":[1],\"account\":5,\"purpose\":{},\"granted\":\"x\""));

        Assert.Null(interaction.Traits);
        Assert.Null(interaction.Account);
        Assert.Null(Accept(Visit("\"traits\":{\"a\":1},\"account\":\"x\"")).Traits);
    }

    private static string OneTrait(string key, string value) => OfType("identify", $"\"traits\":{{\"{key}\":{value}}}");

    private static string ManyTraits(int count) =>
        OfType("identify", "\"traits\":{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"t{i}\":{i}")) + "}");
}
