namespace CxGrains.Web.Tests.Connectors.Connections;

/// <summary>Payloads in the shape of app.delighted.com/docs/api/webhooks.</summary>
public sealed class DelightedTests
{
    private const string Payload = """
        {"event_type":"survey_response.updated","event_id":"b8d057c59327541d7ec2104c0a9a255ad1997fb00831b9c6bbf09561e6d5cbd0","event_data":{
          "id":"5435","person":{"id":"5975","email":"charlie_gravis@example.com","name":"Charlie Gravis","created_at":1737526916},
          "survey_type":"nps","score":9,"comment":"Your service is fast and flawless!","permalink":"https://app.delighted.com/r/5pFDpmlyC8GUc5oxU6USto5VonSKAqOa",
          "created_at":1737526976,"updated_at":1737527576,"person_properties":{"customer_id":"c-1"},"notes":[],"tags":[],
          "additional_answers":[{"id":"4","value":{"free_response":null,"scale":null,"select_one":null,"select_many":[{"id":"DxmjNj","text":"Convenience"}]},
            "question":{"id":"enum_z9EvYV","type":"select_many","text":"What did you enjoy?"}}]}}
        """;

    [Fact]
    public async Task An_answer_is_taken_and_its_edit_is_a_later_revision()
    {
        await using var hook = await Hook.StartAsync("delighted");
        var created = Payload.Replace("survey_response.updated", "survey_response.created", StringComparison.Ordinal)
            .Replace("b8d0", "0000", StringComparison.Ordinal).Replace("1737527576", "1737526976", StringComparison.Ordinal)
            .Replace("\"Your service is fast and flawless!\"", "null", StringComparison.Ordinal);

        await hook.AnswerAsync(created, Signed(created));
        await hook.AnswerAsync(Payload, Signed(Payload));

        Assert.Equal(
            """{"type":"survey_response","id":"b8d057c59327541d7ec2104c0a9a255ad1997fb00831b9c6bbf09561e6d5cbd0","response":"5435","at":1737526976000,"revision":600,"survey":"delighted-nps","customer":"charlie_gravis@example.com","score":9,"comment":"Your service is fast and flawless!","metric":"nps","scale":10}""",
            hook.Lines[1]);
        var answers = hook.Server.Runtime.Batches.Select(batch => batch.Batch.Interactions[0].Answer!).ToList();
        Assert.Equal(answers[0].Response, answers[1].Response);
        Assert.True(answers[0].Revision < answers[1].Revision);
    }

    [Fact]
    public async Task The_customer_is_where_the_mapping_says()
    {
        await using var hook = await Hook.StartAsync("delighted", """ "mapping":{"customer":"/event_data/person_properties/customer_id"} """);

        await hook.AnswerAsync(Payload, Signed(Payload));

        Assert.Equal("c-1", Assert.Single(hook.Server.Runtime.Batches).Batch.Interactions[0].Customer);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        await using var hook = await Hook.StartAsync("delighted");

        await hook.AssertRefusedAsync(Payload);
        await hook.AssertRefusedAsync(Payload, ("X-Delighted-Webhook-Signature", "sha256=" + Hook.Sha256Hex(Payload, "another")));
    }

    [Fact]
    public async Task A_kind_of_survey_that_is_not_known_waits_in_quarantine()
    {
        await using var hook = await Hook.StartAsync("delighted");
        var body = Payload.Replace("\"nps\"", "\"thumbs\"", StringComparison.Ordinal);

        await hook.AssertQuarantinedAsync(body, "surveys of the type 'thumbs' are not known", Signed(body));
    }

    [Fact]
    public async Task An_unsubscription_is_ignored_and_says_so()
    {
        await using var hook = await Hook.StartAsync("delighted");
        const string Body = """{"event_type":"unsubscribe.created","event_id":"e1","event_data":{"person":{"id":"1"}}}""";

        var answer = await hook.AnswerAsync(Body, Signed(Body));

        Assert.Equal("events of the type 'unsubscribe.created' are not answers", answer.GetProperty("ignored").GetString());
        Assert.Empty(hook.Server.Storage.Payloads);
    }

    private static (string Name, string Value) Signed(string body) => ("X-Delighted-Webhook-Signature", "sha256=" + Hook.Sha256Hex(body));
}
