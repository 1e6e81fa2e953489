using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Connectors.CloudEvents;

public sealed class CloudEventsTests
{
    private const string Path = "/api/v1/cloudevents";

    private const string Order = """
        {"specversion":"1.0","id":"A234-1234-1234","source":"/shop","type":"com.example.order.placed","subject":"ada","time":"2025-06-01T11:00:00Z","datacontenttype":"application/json",
         "data":{"value":49.9,"currency":"EUR","channel":"web","title":"Two books","lines":[1,2]}}
        """;

    [Fact]
    public async Task A_structured_event_is_taken()
    {
        await using var server = await WebServer.StartAsync();

        var response = await SendAsync(server, Order, "application/cloudevents+json; charset=utf-8");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(1, (await WebServer.JsonOf(response)).GetProperty("accepted").GetInt32());
        Assert.Equal(
            """{"id":"5|/shop|A234-1234-1234","customer":"ada","type":"com.example.order.placed","at":"2025-06-01T11:00:00Z","channel":"web","value":49.9,"currency":"EUR","properties":{"title":"Two books"}}""",
            Lines(server).Single());
    }

    [Fact]
    public async Task A_batch_keeps_its_good_events_and_names_the_others()
    {
        await using var server = await WebServer.StartAsync();
        var body = $$$"""
            [{{{Order}}},{"specversion":"0.3","id":"2","source":"/shop","type":"t"},{"specversion":"1.0","id":"3","source":"/shop","type":"t"},
             {"specversion":"1.0","id":"4","source":"/shop","type":"cxgrains.survey_response","data":{"customer":"bo","survey":"s","metric":"nps","score":8}}]
            """;

        var answer = await WebServer.JsonOf(await SendAsync(server, body, "application/cloudevents-batch+json"));

        Assert.Equal((2, 2), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejectedCount").GetInt32()));
        Assert.Equal([(1, "specversion"), (2, "customer")], answer.GetProperty("rejected").EnumerateArray().Select(one => (one.GetProperty("index").GetInt32(), one.GetProperty("field").GetString()!)));
        Assert.Equal(8, server.Runtime.Batches.Single().Batch.Interactions[1].Answer!.Score);
    }

    [Fact]
    public async Task A_binary_event_is_the_same_as_a_structured_one()
    {
        await using var server = await WebServer.StartAsync();

        await SendAsync(server, Order, "application/cloudevents+json");
        await SendAsync(server, """{"value":49.9,"currency":"EUR","channel":"web","title":"Two books","lines":[1,2]}""", "application/json", request =>
        {
            request.Headers.Add("ce-specversion", "1.0");
            request.Headers.Add("ce-id", "A234-1234-1234");
            request.Headers.Add("ce-source", "/shop");
            request.Headers.Add("ce-type", "com.example.order.placed");
            request.Headers.Add("ce-subject", "%61da");
            request.Headers.Add("ce-time", "2025-06-01T11:00:00Z");
        });

        Assert.Equal(Lines(server)[0], Lines(server)[1]);
    }

    [Theory]
    [InlineData("{}", "application/json", HttpStatusCode.UnsupportedMediaType, "Content-Type")]
    [InlineData("{}", "application/cloudevents+json", HttpStatusCode.BadRequest, "specversion")]
    [InlineData("{", "application/cloudevents+json", HttpStatusCode.BadRequest, "body")]
    [InlineData("[]", "application/cloudevents-batch+json", HttpStatusCode.BadRequest, "body")]
    [InlineData("{}", "application/cloudevents-batch+json", HttpStatusCode.BadRequest, "body")]
    public async Task What_is_no_event_is_refused_and_named(string body, string mediaType, HttpStatusCode status, string field)
    {
        await using var server = await WebServer.StartAsync();

        var response = await SendAsync(server, body, mediaType);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(field, (await WebServer.JsonOf(response)).GetProperty("field").GetString());
        Assert.Empty(server.Runtime.Batches);
    }

    [Fact]
    public async Task A_sender_that_asks_first_is_told_to_send()
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Options, Path, key: null, change: request => request.Headers.Add("WebHook-Request-Origin", "events.example"));

        Assert.Equal("*", response.Headers.GetValues("WebHook-Allowed-Origin").Single());
    }

    private static Task<HttpResponseMessage> SendAsync(WebServer server, string body, string mediaType, Action<HttpRequestMessage>? change = null) =>
        server.SendAsync(HttpMethod.Post, Path, change: request =>
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            change?.Invoke(request);
        });

    private static List<string> Lines(WebServer server) => [.. server.Runtime.Batches.SelectMany(batch => batch.Lines)];
}
