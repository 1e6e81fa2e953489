using System.Net;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Connectors.Connections;

public sealed class GenericTests
{
    private const string Mapping = """
        "mapping":{"items":"/events","id":"/id","customer":["/user/id","/user/email"],"type":"review","value":"/stars","at":"/when","channel":"app","properties.title":"/a~1b"}
        """;

    private const string Payload = """
        {"events":[{"id":1,"user":{"email":"ada@example.com"},"stars":"4","when":1748000000,"a/b":"Great"},{"id":2,"user":{"id":7},"stars":5,"when":"2025-05-01T00:00:00Z"}]}
        """;

    [Fact]
    public async Task The_mapping_says_where_everything_is()
    {
        await using var hook = await Hook.StartAsync("generic", Mapping);

        var answer = await hook.AnswerAsync(Payload, Signed(Payload));

        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(
            [
                """{"id":"1","customer":"ada@example.com","type":"review","value":4,"at":1748000000000,"channel":"app","properties":{"title":"Great"}}""",
                """{"id":"2","customer":"7","type":"review","value":5,"at":1746057600000,"channel":"app"}""",
            ],
            hook.Lines);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        await using var hook = await Hook.StartAsync("generic", Mapping);

        await hook.AssertRefusedAsync(Payload);
        await hook.AssertRefusedAsync(Payload, ("X-Signature", "sha256=" + Hook.Sha256Hex(Payload, "another")));
    }

    [Theory]
    [InlineData("""{"events":[{"id":1}]}""", "customer is not where the mapping says")]
    [InlineData("""{"other":[]}""", "there is no list at /events")]
    [InlineData("""{"events":[{"user":{"id":7},"stars":"many"}]}""", "value is \"many\", which is no number")]
    [InlineData("""{"events":[{"user":{"id":7},"when":1e20}]}""", "at is 1e20, which lies behind the year 9999")]
    [InlineData("""{"events":[{"user":{"id":7},"when":-1e20}]}""", "at is -1e20, which lies")]
    public async Task What_is_not_where_the_mapping_says_waits_in_quarantine(string body, string reason)
    {
        await using var hook = await Hook.StartAsync("generic", Mapping);

        await hook.AssertQuarantinedAsync(body, reason, Signed(body));
    }

    [Theory]
    [InlineData("""{"id":0}""", "element 0: customer is not where the mapping says")]
    [InlineData("""{"id":0,"user":{"id":"\ud800"}}""", "element 0: a text is not valid")]
    [InlineData("""{"id":0,"user":{"id":7},"when":1e20}""", "element 0: at is 1e20")]
    public async Task An_element_that_is_not_as_mapped_keeps_nothing_from_its_neighbours(string element, string reason)
    {
        await using var hook = await Hook.StartAsync("generic", Mapping);
        var body = Payload.Replace("\"events\":[", $"\"events\":[{element},", StringComparison.Ordinal);

        var answer = await hook.AnswerAsync(body, Signed(body));

        Assert.Equal((2, 1), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("quarantined").GetInt32()));
        Assert.Contains(reason, Assert.Single(hook.Server.Storage.Payloads).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_events_of_a_payload_are_taken_and_reading_it_again_takes_them_by_the_same_ids()
    {
        await using var hook = await Hook.StartAsync("generic", Mapping);
        var body = Payload.Replace("\"id\":7", "\"id\":\"\\u0007\"", StringComparison.Ordinal);

        var answer = await hook.AnswerAsync(body, Signed(body));

        Assert.Equal((1, 1), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("quarantined").GetInt32()));
        var id = Assert.Single(hook.Server.Storage.Payloads).Id;
        var again = await WebServer.JsonOf(await hook.Server.SendAsync(HttpMethod.Post, $"/api/v1/quarantine/{id}/replay"));
        Assert.Equal(1, again.GetProperty("left").GetInt32());
        Assert.Equal(hook.Lines[0], hook.Lines[1]);
    }

    [Theory]
    [InlineData(""" "mapping":{"colour":"/c"} """, "mapping.colour")]
    [InlineData(""" "mapping":{"customer":{}} """, "mapping.customer")]
    [InlineData(""" "mapping":{"items":"events"} """, "mapping.items")]
    [InlineData(""" "mapping":[] """, "mapping")]
    public async Task A_mapping_that_is_none_is_refused_and_named(string mapping, string field)
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Post, "/api/v1/connections", $$"""{"kind":"generic",{{mapping}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, (await WebServer.JsonOf(response)).GetProperty("field").GetString());
    }

    private static (string Name, string Value) Signed(string body) => ("X-Signature", "sha256=" + Hook.Sha256Hex(body));
}
