using System.Globalization;
using System.Text.Json;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Mapping;
using CxGrains.Web.Connectors.Outgoing;

namespace CxGrains.Web.Connectors.SurveyMonkey;

/// <summary>SurveyMonkey's webhooks. They only tell that there is a response; what it says is asked of the API, with the connection's access token.</summary>
internal sealed class SurveyMonkeyConnector(VendorHttp http) : IConnector
{
    private const string Completed = "response_completed";
    private const string Updated = "response_updated";

    /// <inheritdoc/>
    public string Kind => "surveymonkey";

    /// <inheritdoc/>
    public bool NeedsAccessToken => true;

    /// <inheritdoc/>
    /// <remarks>The key is the client's id and its secret. The id comes with the request: without the secret it helps nobody.</remarks>
    public bool IsGenuine(SignedRequest request, string secret) =>
        request.Header("Sm-Apikey") is { } client
        && Signatures.IsBase64(request.Header("Sm-Signature"), "", Signatures.Sha1(Signatures.Bytes($"{client}&{secret}"), request.Body));

    /// <inheritdoc/>
    public async ValueTask<MappedPayload> MapAsync(JsonElement payload, Connection connection, CancellationToken cancellationToken)
    {
        var type = payload.TextAt("/event_type") ?? throw new UnreadableException("event_type is missing");
        if (type is not (Completed or Updated))
        {
            return MappedPayload.Nothing($"events of the type '{Text.Shorten(type)}' are not answers");
        }

        var survey = Number(payload, "/resources/survey_id");
        var response = Number(payload, "/object_id");
        var uri = new Uri(SurveyMonkeyHosts.Of(connection.Region), $"/v3/surveys/{survey}/responses/{response}/details?simple=true");
        using var details = await http.GetJsonAsync(uri, connection.AccessToken ?? "", cancellationToken);
        return type == Updated && details.RootElement.TextAt("/response_status") != "completed"
            ? MappedPayload.Nothing("the response is not completed yet")
            : Map(payload, details.RootElement, survey, connection.Mapping, type == Updated);
    }

    private static MappedPayload Map(JsonElement payload, JsonElement details, string survey, ConnectionMapping mapping, bool isEdit)
    {
        var question = mapping.Question ?? throw new UnreadableException("name the question of the score with the mapping's question, and what it measures with metric");
        if (!mapping.Has("metric"))
        {
            throw new UnreadableException("say what the question measures with the mapping's metric: nps, csat, ces or rating");
        }

        if (Answer(details, question) is not { } scored)
        {
            return MappedPayload.Nothing($"the question '{Text.Shorten(question)}' is not answered");
        }

        var answer = MappedAnswer.New();
        answer.SetFirst("id", payload, "/event_id");
        answer.SetFirst("response", details, "/id");
        answer.SetFirst("at", details, "/date_modified", "/date_created");
        answer.Set("revision", isEdit ? EditRevision.Of(details, "/date_created", "/date_modified") : 0);
        answer.Set("survey", $"surveymonkey-{survey}");
        answer.SetFirst("customer", details, "/custom_variables/customer_id", "/custom_variables/user_id", "/custom_value", "/metadata/contact/email/value", "/email_address", "/recipient_id");
        answer.Set("score", SurveyMonkeyScore.Of(scored, mapping.Find(details, "metric")?.ToString() == "nps"));
        if (mapping.CommentQuestion is { } comment && Answer(details, comment) is { } words)
        {
            answer.Set("comment", words.TextAt("/text") ?? words.TextAt("/simple_text"));
        }

        return MappedAnswer.Finish(answer, mapping, details);
    }

    private static JsonElement? Answer(JsonElement details, string question)
    {
        if (JsonPointer.Find(details, "/pages") is not { ValueKind: JsonValueKind.Array } pages)
        {
            throw new UnreadableException("the response has no pages");
        }

        foreach (var page in pages.EnumerateArray())
        {
            foreach (var asked in (JsonPointer.Find(page, "/questions") ?? JsonElement.Parse("[]")).EnumerateArray())
            {
                if (asked.TextAt("/id") == question)
                {
                    return JsonPointer.Find(asked, "/answers/0");
                }
            }
        }

        return null;
    }

    // It becomes part of a path.
    private static string Number(JsonElement payload, string pointer) =>
        payload.TextAt(pointer) is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? text
            : throw new UnreadableException($"{pointer} is no number");
}
