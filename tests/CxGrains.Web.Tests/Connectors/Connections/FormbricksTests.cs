using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxGrains.Web.Tests.Connectors.Connections;

/// <summary>Payloads and signatures as Formbricks' documentation of webhooks has them.</summary>
public sealed class FormbricksTests
{
    // 2025-06-01T12:00:00Z, where the manual clock stands.
    private const long NowSeconds = 1_748_779_200;

    private const string Mapping = """ "mapping":{"question":"recommend","commentQuestion":"why","metric":"nps"} """;

    private const string Payload = """
        {"data":{"contact":{"id":"cm0contact","userId":"ada"},"contactAttributes":{"email":"ada@example.com"},"createdAt":"2025-05-24T07:47:29.507Z",
          "data":{"recommend":9,"why":"Quick and kind.","welcome_card_cta":"clicked"},"displayId":"displayId","endingId":"endingId","finished":true,"id":"responseId",
          "language":"en","meta":{"country":"DE","url":"https://app.formbricks.com/s/surveyId","userAgent":{"browser":"Chrome","device":"desktop","os":"macOS"}},
          "singleUseId":null,"survey":{"createdAt":"2025-05-20T10:30:00.000Z","status":"inProgress","title":"Satisfaction","type":"link","updatedAt":"2025-05-24T07:45:00.000Z"},
          "surveyId":"surveyId","tags":[],"ttc":{"_total":4947.9},"updatedAt":"2025-05-24T07:47:56.116Z","variables":{}},
         "event":"responseFinished","webhookId":"webhookId"}
        """;

    [Fact]
    public async Task An_answer_is_taken_with_its_revision()
    {
        await using var hook = await Hook.StartAsync("formbricks", Mapping);

        await hook.AnswerAsync(Payload, Signed(Payload));

        Assert.Equal(
            """{"type":"survey_response","id":"responseId:responseFinished:2025-05-24T07:47:56.116Z","response":"responseId","at":1748072849507,"revision":27,"survey":"formbricks-surveyId","customer":"ada","score":9,"comment":"Quick and kind.","metric":"nps"}""",
            Assert.Single(hook.Lines));
    }

    [Fact]
    public async Task A_response_whose_question_is_not_answered_yet_is_ignored_and_says_so()
    {
        await using var hook = await Hook.StartAsync("formbricks", Mapping);
        var body = Payload.Replace("\"recommend\":9,", "", StringComparison.Ordinal).Replace("responseFinished", "responseCreated", StringComparison.Ordinal);

        var answer = await hook.AnswerAsync(body, Signed(body));

        Assert.Equal("the question 'recommend' is not answered yet", answer.GetProperty("ignored").GetString());
        Assert.Empty(hook.Server.Storage.Payloads);
    }

    [Fact]
    public async Task A_wrong_or_old_signature_is_refused()
    {
        await using var hook = await Hook.StartAsync("formbricks", Mapping);

        await hook.AssertRefusedAsync(Payload);
        await hook.AssertRefusedAsync(Payload + "\n", Signed(Payload));
        await hook.AssertRefusedAsync(Payload, Signed(Payload, NowSeconds - 301));
        await hook.AssertRefusedAsync(Payload, Signed(Payload, NowSeconds + 301));
    }

    [Fact]
    public async Task A_payload_waits_in_quarantine_until_the_mapping_can_read_it()
    {
        await using var hook = await Hook.StartAsync("formbricks");
        await hook.AssertQuarantinedAsync(Payload, "name the question of the score", Signed(Payload));
        var again = await Support.WebServer.JsonOf(await hook.Server.SendAsync(HttpMethod.Post, "/api/v1/quarantine/replay"));
        Assert.Equal((1, 0, 1), (again.GetProperty("replayed").GetInt32(), again.GetProperty("accepted").GetInt32(), again.GetProperty("left").GetInt32()));

        await hook.Server.SendAsync(HttpMethod.Put, "/api/v1/connections/hook", $"{{{Mapping}}}");
        var now = await Support.WebServer.JsonOf(await hook.Server.SendAsync(HttpMethod.Post, "/api/v1/quarantine/replay"));

        Assert.Equal("""{"replayed":1,"accepted":1,"left":0}""", now.GetRawText());
        Assert.Empty(hook.Server.Storage.Payloads);
        Assert.Contains("\"at\":1748072849507", Assert.Single(hook.Lines), StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Signed(string body, long seconds = NowSeconds)
    {
        var timestamp = seconds.ToString(CultureInfo.InvariantCulture);

        // The secret is no base64, so that its bytes are the key.
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Hook.Secret), Encoding.UTF8.GetBytes($"msg-1.{timestamp}.{body}"));
        return [("webhook-id", "msg-1"), ("webhook-timestamp", timestamp), ("webhook-signature", "v1,AAAA v1," + Convert.ToBase64String(signature))];
    }
}
