namespace CxGrains.Web.Tests.Connectors.Connections;

/// <summary>Bodies as docs/connectors.md has them for triggers, signatures as developer.zendesk.com's "Verifying webhook authenticity".</summary>
public sealed class ZendeskTests
{
    private const string Timestamp = "2025-05-25T05:09:27Z";

    private const string Rated = """
        {"event":"rated","ticket":"35436","customer":"ada","email":"ada@example.com","channel":"email","subject":"Where is it?","rating":"Good, I'm satisfied","comment":"Very quick.","created":"2025-05-25T00:23:45Z","at":"2025-05-25T01:23:45Z"}
        """;

    [Fact]
    public async Task A_rating_is_a_csat_answer_at_the_end_of_the_scale()
    {
        await using var hook = await Hook.StartAsync("zendesk");

        await hook.AnswerAsync(Rated, Signed(Rated));

        Assert.Equal(
            """{"type":"survey_response","survey":"zendesk-ticket","metric":"csat","scale":5,"score":5,"response":"zendesk-35436","revision":3600,"comment":"Very quick.","id":"35436:rated:2025-05-25T01:23:45Z","at":1748136225000,"customer":"ada","channel":"email"}""",
            Assert.Single(hook.Lines));
    }

    [Theory]
    [InlineData("opened", "ticket_opened")]
    [InlineData("replied", "ticket_replied")]
    [InlineData("solved", "ticket_resolved")]
    public async Task What_becomes_of_a_ticket_is_told(string said, string type)
    {
        await using var hook = await Hook.StartAsync("zendesk");
        var body = Rated.Replace("rated", said, StringComparison.Ordinal);

        await hook.AnswerAsync(body, Signed(body));

        var interaction = Assert.Single(hook.Server.Runtime.Batches).Batch.Interactions[0];
        Assert.Equal((type, "35436", "Where is it?"), (interaction.Type, interaction.Ticket, interaction.Label));
    }

    [Fact]
    public async Task Without_an_external_id_the_e_mail_is_the_customer()
    {
        await using var hook = await Hook.StartAsync("zendesk");
        var body = Rated.Replace("\"customer\":\"ada\"", "\"customer\":\"\"", StringComparison.Ordinal);

        await hook.AnswerAsync(body, Signed(body));

        Assert.Equal("ada@example.com", Assert.Single(hook.Server.Runtime.Batches).Batch.Interactions[0].Customer);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        await using var hook = await Hook.StartAsync("zendesk");

        await hook.AssertRefusedAsync(Rated);
        await hook.AssertRefusedAsync(Rated, ("X-Zendesk-Webhook-Signature", Hook.Sha256Base64(Timestamp + Rated)));
        await hook.AssertRefusedAsync(Rated, ("X-Zendesk-Webhook-Signature", Hook.Sha256Base64(Rated)), ("X-Zendesk-Webhook-Signature-Timestamp", Timestamp));
    }

    [Fact]
    public async Task A_rating_in_words_that_are_not_known_waits_in_quarantine()
    {
        await using var hook = await Hook.StartAsync("zendesk");
        var body = Rated.Replace("Good, I'm satisfied", "Gut", StringComparison.Ordinal);

        await hook.AssertQuarantinedAsync(body, "rating is 'Gut'", Signed(body));
    }

    private static (string Name, string Value)[] Signed(string body) =>
        [("X-Zendesk-Webhook-Signature", Hook.Sha256Base64(Timestamp + body)), ("X-Zendesk-Webhook-Signature-Timestamp", Timestamp)];
}
