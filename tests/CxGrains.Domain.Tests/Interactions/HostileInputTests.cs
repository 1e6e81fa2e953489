using System.Text;
using CxGrains.Domain.Interactions;
using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class HostileInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\"")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\",}")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\"} x")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\"}{}")]
    [InlineData("{customer:\"c1\",\"type\":\"visit\"}")]
    [InlineData("{'customer':'c1'}")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\",\"value\":Infinity}")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\",\"value\":01}")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\",\"a\":\"\\x\"}")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\"/* why */}")]
    [InlineData("{\"customer\":\"c\n1\",\"type\":\"visit\"}")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\",\"properties\":{\"a\":[1,]}}")]
    [InlineData("{\"customer\":\"c1\",\"type\":\"visit\",\"traits\":{\"a\":}}")]
    [InlineData("\uFEFF{\"customer\":\"c1\",\"type\":\"visit\"}")]
    public void What_is_not_JSON_is_refused_with_its_place(string json) => AssertError(Reject(json), "json", "(line ", "byte ");

    [Fact]
    public void The_place_counts_from_1() => AssertError(Reject("{\n \"a\":?}"), "json", "'?'", "(line 2, byte 6)");

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("5", "a number (5)")]
    [InlineData("\"x\"", "a string (\"x\")")]
    [InlineData("null", "null")]
    public void What_is_no_object_is_refused(string json, string came) => AssertError(Reject(json), "interaction", came, "one JSON object");

    [Fact]
    public void An_interaction_is_bounded_in_bytes()
    {
        const string Start = """{"customer":"c1","type":"visit","x":" """;
        var rest = Limits.InteractionBytesMax - Start.Length - 2;
        Accept(Start + new string('y', rest) + "\"}");

        AssertError(Reject(Start + new string('y', rest + 1) + "\"}"), "interaction", "32769 bytes", "at most 32768");
        AssertError(Reject(Visit("\"properties\":{\"a\":\"" + new string('y', 10_000_000) + "\"}")), "interaction", "at most 32768");
    }

    [Fact]
    public void Nesting_is_bounded_wherever_it_is()
    {
        foreach (var member in new[] { "properties", "unknown", "traits", "channel" })
        {
            AssertError(Reject(Nested(member, Limits.JsonDepthMax + 1)), "json", "depth of 16");
            AssertError(Reject(Nested(member, 1000)), "json", "depth of 16");
        }

        Accept(Nested("properties", Limits.JsonDepthMax));
        Accept(Nested("unknown", Limits.JsonDepthMax));
    }

    [Fact]
    public void Invalid_UTF_8_is_refused_wherever_it_is()
    {
        foreach (var member in new[] { "customer", "unknown", "properties\":{\"a" })
        {
            byte[] start = Encoding.UTF8.GetBytes("{\"type\":\"visit\",\"" + member + "\":\"é");
            AssertError(Reject([.. start, 0xC3, .. "\"}}"u8]), "json", "0xC3", $"byte {start.Length + 1}", "UTF-8");
            AssertError(Reject([.. start, 0xED, 0xA0, 0x80, .. "\"}}"u8]), "json", "0xED");
        }

        AssertError(Reject([.. "{\"customer\":\"c1\",\"type\":\"visit\"}"u8, 0xFF]), "json", "0xFF", "UTF-8");
    }

    [Fact]
    public void A_value_in_an_error_cannot_forge_a_line_of_a_log() =>
        AssertError(Reject(Visit("\"channel\":\"a\\r\\nb \"")), "channel", "\"a\\u000D\\u000Ab \"");

    [Fact]
    public void An_error_never_cuts_a_character_in_two()
    {
        var problem = Reject(Visit($"\"currency\":\"x{string.Concat(Enumerable.Repeat("😀", 30))}\"")).Problem;

        Assert.Equal(problem, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(problem)));
        Assert.Contains("😀…", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_members_are_read_once()
    {
        AssertError(Reject(OfType("identify", "\"traits\":{" + string.Join(',', Enumerable.Range(0, 3000).Select(i => $"\"{i}\":1")) + "}")), "traits", "more than 64");
        Accept(Visit(string.Join(',', Enumerable.Repeat("\"score\":\"x\"", 2500))));
    }

    private static string Nested(string member, int levels)
    {
        // The event itself is the first level; a member that wants an object gets one.
        var inner = levels - 2;
        return Visit($"\"{member}\":{{\"a\":" + new string('[', inner) + new string(']', inner) + "}");
    }
}
