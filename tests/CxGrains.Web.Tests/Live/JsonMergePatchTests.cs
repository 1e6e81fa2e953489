using System.Text.Json;
using System.Text.Json.Nodes;
using CxGrains.Web.Live;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Live;

public sealed class JsonMergePatchTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", null)]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", null)]
    [InlineData("""{"a":1}""", """{"a":1.0}""", null)]
    [InlineData("""{"a":1}""", """{"a":2}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"b":1}""", """{"b":1,"a":null}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":1,"c":3}}""", """{"a":{"c":3}}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1,3]}""", """{"a":[1,3]}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":[]}""", """{"a":[]}""")]
    [InlineData("""{"a":[]}""", """{"a":{"b":1}}""", """{"a":{"b":1}}""")]
    public void A_patch_says_what_differs_and_nothing_else(string from, string to, string? patch) =>
        Assert.Equal(patch, JsonMergePatch.Diff(JsonElement.Parse(from), JsonElement.Parse(to))?.ToJsonString());

    // The examples of RFC 7396, appendix A.
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", """{}""")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""["a","b"]""", """["c","d"]""", """["c","d"]""")]
    [InlineData("""{"a":"b"}""", """["c"]""", """["c"]""")]
    [InlineData("""{"a":"foo"}""", """null""", null)]
    [InlineData("""{"a":"foo"}""", "\"bar\"", "\"bar\"")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("""[1,2]""", """{"a":"b","c":null}""", """{"a":"b"}""")]
    [InlineData("""{}""", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void A_patch_is_applied_as_the_rfc_has_it(string target, string patch, string? result) =>
        Assert.Equal(result, MergePatch.Apply(JsonNode.Parse(target), JsonNode.Parse(patch))?.ToJsonString());

    [Fact]
    public void Applying_the_difference_gives_the_target()
    {
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var (from, to) = (RandomObject(random, 3), RandomObject(random, 3));

            var patch = JsonMergePatch.Diff(ElementOf(from), ElementOf(to));

            var patched = patch is null ? from : MergePatch.Apply(from, patch);
            Assert.True(JsonNode.DeepEquals(to, patched), $"{from.ToJsonString()} to {to.ToJsonString()} by {patch?.ToJsonString()}");
            Assert.Equal(patch is null, JsonNode.DeepEquals(from, to));
        }
    }

    private static JsonElement ElementOf(JsonNode node) => JsonElement.Parse(node.ToJsonString());

    private static JsonObject RandomObject(Random random, int depth)
    {
        var made = new JsonObject();
        for (var members = random.Next(4); members > 0; members--)
        {
            made[$"{(char)('a' + random.Next(4))}"] = random.Next(depth > 0 ? 5 : 3) switch
            {
                0 => JsonValue.Create(random.Next(3)),
                1 => JsonValue.Create(random.Next(2) == 0 ? "x" : "y"),
                2 => JsonValue.Create(random.Next(2) == 0),
                3 => new JsonArray(RandomObject(random, depth - 1), random.Next(2)),
                _ => RandomObject(random, depth - 1),
            };
        }

        return made;
    }
}
