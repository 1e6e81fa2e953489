using System.Text;
using CxGrains.Domain.Interactions;
using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class CommonFieldTests
{
    [Fact]
    public void Every_common_field_is_read()
    {
        var interaction = Accept("""
            {"id":"e-1","customer":"c1","type":"page","at":"2026-07-01T11:00:00Z","channel":"web","touchpoint":"checkout",
             "value":12.50,"currency":"eur","properties":{"title":"Pricing","nested":{"a":[1,"x",null,true]}}}
            """);

        Assert.Equal("c1", interaction.Customer);
        Assert.Equal("page", interaction.Type);
        Assert.Equal(InteractionKind.Visit, interaction.Kind);
        Assert.Equal(ReceivedMs - 3_600_000, interaction.AtMs);
        Assert.Equal(Fingerprint.Of("e-1"u8), interaction.IdFingerprint);
        Assert.Equal("web", interaction.Channel);
        Assert.Equal("checkout", interaction.Touchpoint);
        Assert.Equal(12.50m, interaction.Value);
        Assert.Equal("EUR", interaction.Currency);
        Assert.Equal("Pricing", interaction.Label);
        Assert.Null(interaction.Answer);
        Assert.Null(interaction.Traits);
        Assert.Null(interaction.Account);
    }

    [Fact]
    public void What_is_not_sent_is_unknown_and_the_time_is_the_receive_time()
    {
        var interaction = Accept("""{"customer":"c1","type":"zzz"}""");

        Assert.Equal(InteractionKind.Other, interaction.Kind);
        Assert.Equal(ReceivedMs, interaction.AtMs);
        Assert.Equal(0UL, interaction.IdFingerprint);
        Assert.Null(interaction.Channel);
        Assert.Null(interaction.Touchpoint);
        Assert.Null(interaction.Value);
        Assert.Null(interaction.Currency);
        Assert.Null(interaction.Label);
    }

    [Fact]
    public void Null_counts_as_not_sent()
    {
        var interaction = Accept(Visit(""" "id":null,"at":null,"channel":null,"value":null,"currency":null,"properties":null,"score":null """));

        Assert.Equal(ReceivedMs, interaction.AtMs);
        AssertError(Reject("""{"customer":null,"type":"visit"}"""), "customer", "missing", "128");
        AssertError(Reject("""{"customer":"c1","type":null}"""), "type", "missing", "64");
    }

    [Fact]
    public void Of_a_field_sent_twice_the_last_counts() =>
        Assert.Equal("c2", Accept("""{"customer":"c1","type":"visit","customer":"c2"}""").Customer);

    [Fact]
    public void Unknown_members_are_ignored() =>
        Accept(Visit("\"userId\":5,\"context\":{\"ip\":\"::1\",\"list\":[[],{}]},\"\":\"" + new string('x', 5000) + "\""));

    [Fact]
    public void Names_may_be_escaped() =>
        Assert.Equal("c1", Accept("""{"\u0063ustomer":"c1","typ\u0065":"visit","\ud800":1}""").Customer);

    [Theory]
    [InlineData("userId")]
    [InlineData("anonymousId")]
    [InlineData("Customer")]
    public void Only_customer_names_the_customer(string name) =>
        AssertError(Reject($$"""{"{{name}}":"c1","type":"visit"}"""), "customer", "missing");

    [Theory]
    [InlineData("customer", Limits.IdCharsMax)]
    [InlineData("type", Limits.NameCharsMax)]
    [InlineData("channel", Limits.NameCharsMax)]
    [InlineData("touchpoint", Limits.NameCharsMax)]
    [InlineData("id", Limits.IdCharsMax)]
    public void Ids_and_names_keep_their_length(string field, int charsMax)
    {
        Accept(With(field, new string('x', charsMax)));
        Accept(With(field, new string('語', charsMax)));
        Accept(With(field, string.Concat(Enumerable.Repeat("\\u8a9e", charsMax))));
        Accept(With(field, string.Concat(Enumerable.Repeat("😀", charsMax / 2))));

        AssertError(Reject(With(field, new string('x', charsMax + 1))), field, $"{charsMax + 1} characters", $"at most {charsMax}", "\"xxxx");
        AssertError(Reject(With(field, string.Concat(Enumerable.Repeat("\\u8a9e", charsMax + 1)))), field, $"{charsMax + 1} characters");
        AssertError(Reject(With(field, string.Concat(Enumerable.Repeat("😀", charsMax / 2)) + "x")), field, $"{charsMax + 1} characters");
        AssertError(Reject(With(field, "")), field, "empty", $"1 to {charsMax}");
    }

    [Theory]
    [InlineData("customer")]
    [InlineData("type")]
    [InlineData("channel")]
    [InlineData("touchpoint")]
    [InlineData("id")]
    public void Ids_and_names_hold_no_control_characters_and_no_white_space_at_the_ends(string field)
    {
        Accept(With(field, "a b\\u0020c"));

        foreach (var bad in new[] { " a", "a ", "\\ta", "a\\u00a0", "\u3000a", " " })
        {
            AssertError(Reject(With(field, bad)), field, "white space");
        }

        AssertError(Reject(With(field, "a\\u0000b")), field, "U+0000", "a\\u0000b");
        AssertError(Reject(With(field, "a\\u001fb")), field, "U+001F");
        AssertError(Reject(With(field, "a\\ud83db")), field, "surrogate");
        AssertError(Reject(With(field, "a\\ude00")), field, "surrogate");
    }

    [Theory]
    [InlineData("customer", "17", "a number (17)")]
    [InlineData("customer", "true", "true")]
    [InlineData("type", "{\"a\":1}", "an object")]
    [InlineData("channel", "[\"web\"]", "an array")]
    [InlineData("touchpoint", "false", "false")]
    [InlineData("id", "{}", "an object")]
    [InlineData("id", "true", "true")]
    public void A_wrong_type_says_what_came_and_what_is_wanted(string field, string value, string came) =>
        AssertError(Reject($$"""{"customer":"c1","type":"visit","{{field}}":{{value}}}"""), field, came, "a string of 1 to");

    [Fact]
    public void Recurring_names_are_shared()
    {
        const string Json = """{"customer":"c1","type":"visit","channel":"web-1","touchpoint":"start","currency":"usd"}""";
        var first = Accept(Json);
        var second = Accept(Json);

        Assert.Same(first.Type, second.Type);
        Assert.Same(first.Channel, second.Channel);
        Assert.Same(first.Touchpoint, second.Touchpoint);
        Assert.Same(first.Currency, second.Currency);
    }

    [Fact]
    public void An_id_has_one_fingerprint_however_it_is_written()
    {
        Assert.Equal(Fingerprint.Of("é-1"u8), Accept(Visit(""" "id":"é-1" """)).IdFingerprint);
        Assert.Equal(Fingerprint.Of("é-1"u8), Accept(Visit(""" "id":"\u00e9\u002d1" """)).IdFingerprint);
        Assert.Equal(Fingerprint.Of("17"u8), Accept(Visit(""" "id":17 """)).IdFingerprint);
        Assert.Equal(Fingerprint.Of("17"u8), Accept(Visit(""" "id":"17" """)).IdFingerprint);
    }

    [Fact]
    public void A_number_as_id_is_whole_and_not_too_long()
    {
        Accept(Visit("\"id\":" + new string('9', Limits.IdCharsMax)));

        AssertError(Reject(Visit("\"id\":" + new string('9', Limits.IdCharsMax + 1))), "id", "129 digits", "at most 128");
        AssertError(Reject(Visit("\"id\":1.5")), "id", "1.5", "whole number");
        AssertError(Reject(Visit("\"id\":1e3")), "id", "1e3", "whole number");
    }

    [Fact]
    public void A_long_value_is_shortened_in_the_error()
    {
        var error = Reject(With("customer", new string('x', 20_000)));

        Assert.InRange(Encoding.UTF8.GetByteCount(error.Problem), 1, 200);
        Assert.Contains(new string('x', 40) + "…", error.Problem, StringComparison.Ordinal);
    }

    private static string With(string field, string text) => $$"""{"customer":"c1","type":"visit","{{field}}":"{{text}}"}""";
}
