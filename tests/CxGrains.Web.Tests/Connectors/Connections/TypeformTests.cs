namespace CxGrains.Web.Tests.Connectors.Connections;

/// <summary>Payloads in the shape of typeform.com/developers/webhooks/example-payload, signatures as secure-your-webhooks has them.</summary>
public sealed class TypeformTests
{
    private const string Payload = """
        {"event_id":"LtWXD3crgy","event_type":"form_response","form_response":{
          "form_id":"lT4Z3j","token":"a3a12ec67a1365927098a606107fac15","submitted_at":"2025-05-18T18:17:02Z","landed_at":"2025-05-18T18:07:02Z",
          "calculated":{"score":9},"hidden":{"user_id":"abc123456"},
          "definition":{"id":"lT4Z3j","title":"After the order","fields":[
            {"id":"DlXFaesGBpoF","title":"How likely?","type":"nps","ref":"likely"},
            {"id":"SMEUb7VJz92Q","title":"How was it?","type":"rating","ref":"stars","properties":{"steps":10}},
            {"id":"RUqkXSeXBXSd","title":"Why?","type":"long_text","ref":"why"},
            {"id":"KoJxDM3c6x8h","title":"E-mail","type":"email","ref":"email"}]},
          "answers":[
            {"type":"number","number":9,"field":{"id":"DlXFaesGBpoF","type":"nps","ref":"likely"}},
            {"type":"number","number":7,"field":{"id":"SMEUb7VJz92Q","type":"rating","ref":"stars"}},
            {"type":"text","text":"Quick and kind.","field":{"id":"RUqkXSeXBXSd","type":"long_text","ref":"why"}},
            {"type":"email","email":"ada@example.com","field":{"id":"KoJxDM3c6x8h","type":"email","ref":"email"}}]}}
        """;

    [Fact]
    public async Task An_answer_is_taken_with_its_score_words_and_customer()
    {
        await using var hook = await Hook.StartAsync("typeform");

        var answer = await hook.AnswerAsync(Payload, Signed(Payload));

        Assert.Equal("""{"accepted":1,"quarantined":0}""", answer.GetRawText());
        Assert.Equal(
            """{"type":"survey_response","id":"LtWXD3crgy","response":"a3a12ec67a1365927098a606107fac15","at":1747592222000,"survey":"typeform-lT4Z3j","customer":"abc123456","score":9,"metric":"nps","comment":"Quick and kind."}""",
            Assert.Single(hook.Lines));
    }

    [Fact]
    public async Task The_mapping_chooses_another_question_survey_and_customer()
    {
        await using var hook = await Hook.StartAsync("typeform", """
            "mapping":{"question":"stars","survey":"after-order","customer":["/form_response/hidden/none","/form_response/answers/3/email"],"channel":"email","metric":"csat"}
            """);

        await hook.AnswerAsync(Payload, Signed(Payload));

        var line = Assert.Single(hook.Lines);
        Assert.Contains("\"score\":7,\"scale\":10", line, StringComparison.Ordinal);
        Assert.Contains("\"survey\":\"after-order\",\"customer\":\"ada@example.com\"", line, StringComparison.Ordinal);
        Assert.Contains("\"metric\":\"csat\"", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sha256=AAAA")]
    [InlineData("")]
    public async Task A_wrong_signature_is_refused(string? signature)
    {
        await using var hook = await Hook.StartAsync("typeform");

        await hook.AssertRefusedAsync(Payload, signature is null ? [] : [("Typeform-Signature", signature)]);
        await hook.AssertRefusedAsync(Payload + " ", Signed(Payload));
    }

    [Fact]
    public async Task A_form_whose_question_may_measure_anything_waits_in_quarantine()
    {
        await using var hook = await Hook.StartAsync("typeform");
        var body = Payload.Replace("\"nps\"", "\"opinion_scale\"", StringComparison.Ordinal).Replace("\"rating\"", "\"number\"", StringComparison.Ordinal);

        await hook.AssertQuarantinedAsync(body, "say what with the mapping's metric", Signed(body));
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_waits_in_quarantine()
    {
        await using var hook = await Hook.StartAsync("typeform");

        await hook.AssertQuarantinedAsync("{torn", "is not well-formed JSON", Signed("{torn"));
    }

    private static (string Name, string Value) Signed(string body) => ("Typeform-Signature", "sha256=" + Hook.Sha256Base64(body));
}
