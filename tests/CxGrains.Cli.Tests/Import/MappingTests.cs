using System.Text.Json.Nodes;

namespace CxGrains.Cli.Tests.Import;

/// <summary>What a dry run shows is what an import sends.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task Columns_fill_the_fields_they_are_mapped_to()
    {
        var item = await FirstAsync(
            "who,when,total,Plan,zip,vip\nc1,2024-02-29T10:00:00+02:00,12.50,pro,01234,true\n",
            "--type", "purchase", "--map", "customer=who,at=when,value=total", "--map", "traits.plan=Plan,properties.zip=zip,properties.vip=vip");

        AssertJson(
            """{"customer":"c1","at":"2024-02-29T08:00:00.000Z","value":12.50,"type":"purchase","traits":{"plan":"pro"},"properties":{"zip":"01234","vip":true}}""",
            item);
    }

    [Fact]
    public async Task Without_a_map_columns_named_like_fields_are_those_fields()
    {
        var item = await FirstAsync("id,customer,type,score,other\nx1,c1,survey_response,9,z\n");

        AssertJson("""{"customer":"c1","type":"survey_response","score":9}""", item, id: "x1");
    }

    [Fact]
    public async Task Constants_fill_what_a_line_leaves_empty()
    {
        var item = await FirstAsync("customer,channel\nc1,\n", "--type", "visit", "--set", "channel=web", "--set", "scale=5");

        AssertJson("""{"customer":"c1","type":"visit","channel":"web","scale":5}""", item);
    }

    [Fact]
    public async Task The_rest_of_the_columns_can_become_traits()
    {
        var item = await FirstAsync("id,age,phone\nc1,41,+4930123\n", "--type", "identify", "--map", "customer=id", "--rest", "traits");

        AssertJson("""{"customer":"c1","type":"identify","traits":{"age":41,"phone":"+4930123"}}""", item);
    }

    [Fact]
    public async Task Ndjson_passes_through_and_mapped_fields_are_renamed()
    {
        var item = await FirstAsync(
            """{"user":17,"ts":1700000000,"type":"page","properties":{"a":[1,{"b":null}]},"ref":"x"}""" + "\n",
            "--map", "customer=user,at=ts,properties.ref=ref", "--date-format", "unix", "--set", "channel=web");

        AssertJson(
            """{"type":"page","properties":{"a":[1,{"b":null}],"ref":"x"},"customer":"17","at":"2023-11-14T22:13:20.000Z","channel":"web"}""",
            item);
    }

    [Theory]
    [InlineData("yyyyMMdd", "20240229", "2024-02-29T00:00:00.000Z")]
    [InlineData("dd.MM.yyyy HH:mm", "29.02.2024 13:05", "2024-02-29T13:05:00.000Z")]
    [InlineData("unix", "0", "1970-01-01T00:00:00.000Z")]
    [InlineData("unix-ms", "1700000000123", "2023-11-14T22:13:20.123Z")]
    public async Task Dates_are_read_in_the_stated_form(string format, string text, string expected)
    {
        var item = await FirstAsync($"customer,at\nc1,{text}\n", "--type", "visit", "--date-format", format);

        Assert.Equal(expected, item["at"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("--map", "customer=nobody", "the file has no such column; it has customer, at")]
    [InlineData("--map", "surname=at", "there is no field 'surname'")]
    [InlineData("--map", "customer", "write FIELD=NAME")]
    [InlineData("--set", "score=high", "\"high\" is not a whole number")]
    [InlineData("--rest", "else", "write traits or properties")]
    [InlineData("--batch", "10001", "from 1 to 10000")]
    [InlineData("--columns", "a,b,c", "names 3 columns, the file's header has 2")]
    [InlineData("--url", "ftp://x", "not an http or https address")]
    public async Task A_command_line_that_does_not_fit_is_exit_code_2(string option, string value, string message)
    {
        using var cx = new Cx();
        var file = cx.Write("in.csv", "customer,at\nc1,2024-01-01\n");

        var result = await cx.RunAsync("import", file, "--type", "visit", "--dry-run", option, value);

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_type_or_a_customer_nothing_is_read()
    {
        using var cx = new Cx();

        var noType = await cx.RunAsync("import", cx.Write("a.csv", "customer\nc1\n"), "--dry-run");
        var noCustomer = await cx.RunAsync("import", cx.Write("b.csv", "who\nc1\n"), "--type", "visit", "--dry-run");

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (noType.Code, noCustomer.Code));
        Assert.Contains("give --type NAME", noType.Error, StringComparison.Ordinal);
        Assert.Contains("give --map customer=NAME; the file has who", noCustomer.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonObject> FirstAsync(string content, params string[] args)
    {
        using var cx = new Cx();
        var file = cx.Write("in.txt", content);
        var result = await cx.RunAsync(["import", file, "--dry-run", .. args]);
        Assert.Equal("", result.Error);
        Assert.Equal(ExitCode.Ok, result.Code);
        return JsonNode.Parse(result.Out.Split('\n')[0])!.AsObject();
    }

    private static void AssertJson(string expected, JsonObject actual, string? id = null)
    {
        var actualId = actual["id"]!.GetValue<string>();
        Assert.Equal(id ?? actualId, actualId);
        actual.Remove("id");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
    }
}
