using System.Net;

namespace CxGrains.Web.Tests.Connectors.Connections;

/// <summary>Intercom's notification envelope around a conversation with its conversation_rating.</summary>
public sealed class IntercomTests
{
    private const string Payload = """
        {"type":"notification_event","app_id":"a86dr8yl","data":{"type":"notification_event_data","item":{"type":"conversation","id":"215468","created_at":1748000000,"updated_at":1748700000,
          "source":{"type":"conversation","author":{"type":"user","id":"5ba682d2","email":"ada@example.com"}},
          "contacts":{"type":"contact.list","contacts":[{"type":"contact","id":"5ba682d23d7cf92bef87bfd4","external_id":"ada"}]},
          "conversation_rating":{"rating":5,"remark":"Solved at once.","created_at":1748600000,"contact":{"type":"contact","id":"5ba682d23d7cf92bef87bfd4","external_id":"ada"},"teammate":{"type":"admin","id":"1a2b3c"}}}},
         "links":{},"id":"notif_ccd8a4d0-f965-11e3-a367-c779cae3e1b3","topic":"conversation.rating.added","delivery_status":"pending","delivery_attempts":1,"delivered_at":0,"first_sent_at":1748700001,"created_at":1748700000}
        """;

    [Fact]
    public async Task A_rating_is_a_csat_answer()
    {
        await using var hook = await Hook.StartAsync("intercom");

        await hook.AnswerAsync(Payload, Signed(Payload));

        Assert.Equal(
            """{"type":"survey_response","id":"notif_ccd8a4d0-f965-11e3-a367-c779cae3e1b3","response":"215468","at":1748700000000,"revision":100000,"survey":"intercom-conversation","metric":"csat","scale":5,"channel":"chat","score":5,"comment":"Solved at once.","customer":"ada"}""",
            Assert.Single(hook.Lines));
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        await using var hook = await Hook.StartAsync("intercom");

        await hook.AssertRefusedAsync(Payload);
        await hook.AssertRefusedAsync(Payload, ("X-Hub-Signature", "sha1=" + Convert.ToHexStringLower(Hook.Sha1(Payload, "another"))));
    }

    [Fact]
    public async Task A_ping_and_the_look_before_it_are_answered()
    {
        await using var hook = await Hook.StartAsync("intercom");
        const string Ping = """{"type":"notification_event","topic":"ping","data":{"item":{"type":"ping"}}}""";

        var look = await hook.Server.SendAsync(HttpMethod.Head, hook.Path, key: null);
        var answer = await hook.AnswerAsync(Ping, Signed(Ping));

        Assert.Equal(HttpStatusCode.OK, look.StatusCode);
        Assert.Equal("the topic 'ping' is no rating", answer.GetProperty("ignored").GetString());
    }

    [Fact]
    public async Task A_rating_outside_its_scale_waits_in_quarantine()
    {
        await using var hook = await Hook.StartAsync("intercom");
        var body = Payload.Replace("\"rating\":5", "\"rating\":6", StringComparison.Ordinal);

        await hook.AssertQuarantinedAsync(body, "score: 6 is outside 1 to 5", Signed(body));
    }

    private static (string Name, string Value) Signed(string body) => ("X-Hub-Signature", "sha1=" + Convert.ToHexStringLower(Hook.Sha1(body)));
}
