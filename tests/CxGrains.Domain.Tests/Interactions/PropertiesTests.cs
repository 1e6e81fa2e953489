using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class PropertiesTests
{
    [Theory]
    [InlineData("""{"path":"/a","title":"T","subject":"S"}""", "T")]
    [InlineData("""{"feature":"F","subject":"S"}""", "S")]
    [InlineData("""{"query":"Q","feature":"F"}""", "F")]
    [InlineData("""{"name":"N","query":"Q"}""", "Q")]
    [InlineData("""{"product":"P","name":"N"}""", "N")]
    [InlineData("""{"path":"/a","product":"P"}""", "P")]
    [InlineData("""{"path":"/a"}""", "/a")]
    [InlineData("""{"title":7,"path":"/a"}""", "/a")]
    [InlineData("""{"title":" ","path":"/a"}""", "/a")]
    [InlineData("""{"title":"caf\u00e9"}""", "café")]
    public void The_label_is_the_most_telling_string(string properties, string label) =>
        Assert.Equal(label, Accept(Visit($"\"properties\":{properties}")).Label);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"other":"x"}""")]
    [InlineData("""{"title":null}""")]
    [InlineData("""{"page":{"title":"T"}}""")]
    public void Without_such_a_string_there_is_no_label(string properties) =>
        Assert.Null(Accept(Visit($"\"properties\":{properties}")).Label);

    [Fact]
    public void A_label_is_cut_between_characters()
    {
        var odd = "x" + string.Concat(Enumerable.Repeat("😀", 60));
        var escaped = "x" + string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 60));

        Assert.Equal(new string('y', 80), Accept(Title(new string('y', 80))).Label);
        Assert.Equal(new string('y', 80), Accept(Title(new string('y', 81))).Label);
        Assert.Equal(odd[..79], Accept(Title(odd)).Label);
        Assert.Equal(odd[..79], Accept(Title(escaped)).Label);
    }

    [Fact]
    public void The_number_of_members_is_bounded()
    {
        Accept(Members(Limits.PropertiesMax));

        AssertError(Reject(Members(Limits.PropertiesMax + 1)), "properties", "more than 64", "\"p64\"");
    }

    [Fact]
    public void Keys_are_bounded_at_every_level()
    {
        var longest = new string('k', Limits.NameCharsMax);
        Accept(Visit($$""" "properties":{"{{longest}}":{ "{{longest}}":1 },"":0} """));

        AssertError(Reject(Visit($$""" "properties":{"{{longest}}k":1} """)), "properties." + new string('k', 40) + "…", "65 characters", "at most 64");
        AssertError(Reject(Visit($$""" "properties":{"a":[{"{{longest}}k":1}] } """)), "properties.a", "65 characters", "at most 64");
    }

    [Fact]
    public void Strings_are_bounded_at_every_level()
    {
        var longest = new string('語', Limits.PropertyCharsMax);
        Accept(Visit($$""" "properties":{"a":"{{longest}}","b":["{{new string('v', Limits.PropertyCharsMax)}}"] } """));

        AssertError(Reject(Visit($$""" "properties":{"a":"{{longest}}語"} """)), "properties.a", "4097 characters", "at most 4096");
        AssertError(Reject(Visit($$""" "properties":{"a":{"b":["{{longest}}v"] } } """)), "properties.a", "4097 characters", "at most 4096");
        AssertError(Reject(Visit("\"properties\":{\"a\":\"" + string.Concat(Enumerable.Repeat("\\n", 4097)) + "\"}")), "properties.a", "4097 characters");
    }

    [Fact]
    public void Half_characters_are_refused() =>
        AssertError(Reject(Visit(""" "properties":{"a":["\ud800"]} """)), "properties.a", "surrogate");

    [Theory]
    [InlineData("[1]", "an array")]
    [InlineData("\"x\"", "a string (\"x\")")]
    [InlineData("5", "a number (5)")]
    public void Properties_are_an_object(string sent, string came) => AssertError(Reject(Visit($"\"properties\":{sent}")), "properties", came, "an object is wanted");

    [Fact]
    public void Numbers_that_no_type_holds_are_harmless_where_nothing_is_kept() => Accept(Visit("\"properties\":{\"a\":1e999}"));

    private static string Title(string title) => Visit($$""" "properties":{"title":"{{title}}"} """);

    private static string Members(int count) =>
        Visit("\"properties\":{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"p{i}\":{i}")) + "}");
}
