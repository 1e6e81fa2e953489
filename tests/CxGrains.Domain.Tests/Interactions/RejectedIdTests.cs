using System.Text;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Tests.Interactions;

public class RejectedIdTests
{
    [Theory]
    [InlineData("""{"id":"e1"}""", "e1")]
    [InlineData("""{"customer":{"id":"no"},"id":"e\u0031"}""", "e1")]
    [InlineData("""{"id":17,"x":}""", "17")]
    [InlineData("""{"id":1.5}""", "1.5")]
    [InlineData("""{"id":"e1","type":NaN""", "e1")]
    [InlineData("""{"id":"","type":NaN""", "")]
    [InlineData("""{"x":NaN,"id":"e1"}""", null)]
    [InlineData("""{"x":{"id":"e1"}}""", null)]
    [InlineData("""{"id":{"a":1}}""", null)]
    [InlineData("""{"id":"\ud800"}""", null)]
    [InlineData("""{"id":""", null)]
    [InlineData("""{"id":"half""", null)]
    [InlineData("""["id"]""", null)]
    [InlineData("", null)]
    [InlineData("?", null)]
    public void The_id_is_found_where_it_can_be_read(string json, string? id) =>
        Assert.Equal(id, InteractionReader.TryReadId(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_long_id_is_cut_between_characters()
    {
        Assert.Equal(new string('9', 128), Read("{\"id\":" + new string('9', 1000) + "}"));
        Assert.Equal(new string('x', 128), Read("{\"id\":\"" + new string('x', 1000) + "\"}"));
        Assert.Equal(127, Read("{\"id\":\"x" + string.Concat(Enumerable.Repeat("😀", 100)) + "\"}")!.Length);
    }

    [Fact]
    public void The_search_ends_at_the_limit_of_an_interaction()
    {
        Assert.Equal("e1", Read("{\"id\":\"e1\",\"x\":\"" + new string('x', 100_000) + "\"}"));
        Assert.Null(Read("{\"x\":\"" + new string('x', 100_000) + "\",\"id\":\"e1\"}"));
    }

    private static string? Read(string json) => InteractionReader.TryReadId(Encoding.UTF8.GetBytes(json));
}
