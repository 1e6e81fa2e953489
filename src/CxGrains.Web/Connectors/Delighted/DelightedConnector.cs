using System.Text.Json;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Mapping;

namespace CxGrains.Web.Connectors.Delighted;

/// <summary>Delighted's webhooks. A response is told of when it has a score, and again when score or comment change: the same answer in a later revision.</summary>
internal sealed class DelightedConnector : IConnector
{
    private const string Created = "survey_response.created";

    /// <inheritdoc/>
    public string Kind => "delighted";

    /// <inheritdoc/>
    public bool IsGenuine(SignedRequest request, string secret) =>
        Signatures.IsHex(request.Header("X-Delighted-Webhook-Signature"), "sha256=", Signatures.Sha256(Signatures.Bytes(secret), request.Body.ToArray()));

    /// <inheritdoc/>
    public ValueTask<MappedPayload> MapAsync(JsonElement payload, Connection connection, CancellationToken cancellationToken)
    {
        var type = payload.TextAt("/event_type") ?? throw new UnreadableException("event_type is missing");
        if (type is not (Created or "survey_response.updated"))
        {
            return ValueTask.FromResult(MappedPayload.Nothing($"events of the type '{Text.Shorten(type)}' are not answers"));
        }

        var mapping = connection.Mapping;
        var survey = payload.TextAt("/event_data/survey_type") ?? throw new UnreadableException("event_data.survey_type is missing");
        var answer = MappedAnswer.New();
        answer.SetFirst("id", payload, "/event_id");
        answer.SetFirst("response", payload, "/event_data/id");
        answer.SetFirst("at", payload, "/event_data/created_at");
        answer.Set("revision", type == Created ? 0 : EditRevision.Of(payload, "/event_data/created_at", "/event_data/updated_at"));
        answer.Set("survey", $"delighted-{survey}");
        answer.SetFirst("customer", payload, "/event_data/person/email", "/event_data/person/phone_number", "/event_data/person/id");
        answer.SetFirst("score", payload, "/event_data/score");
        answer.SetFirst("comment", payload, "/event_data/comment");
        if (!mapping.Has("metric"))
        {
            SetMetric(answer, survey);
        }

        return ValueTask.FromResult(MappedAnswer.Finish(answer, mapping, payload));
    }

    // Its effort scores end at 5 and ours at 7: they are another measure.
    private static void SetMetric(MappedInteraction answer, string survey)
    {
        var (metric, scale) = survey switch
        {
            "nps" => ("nps", 10),
            "csat" => ("csat", 5),
            "ces" or "stars_five" or "five_star" or "smileys" => ("rating", 5),
            _ => throw new UnreadableException($"surveys of the type '{Text.Shorten(survey)}' are not known; say what they measure with the mapping's metric and scale"),
        };
        answer.Set("metric", metric);
        answer.Set("scale", scale);
    }
}
