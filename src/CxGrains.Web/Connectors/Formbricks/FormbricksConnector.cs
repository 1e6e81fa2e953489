using System.Text.Json;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Mapping;
using CxGrains.Web.Webhooks;

namespace CxGrains.Web.Connectors.Formbricks;

/// <summary>
/// Formbricks' webhooks. A response is told of again while it is filled in; each time it is the same answer in a later revision.
/// The payload does not say what a question measures, so that the mapping must.
/// </summary>
internal sealed class FormbricksConnector : IConnector
{
    /// <inheritdoc/>
    public string Kind => "formbricks";

    /// <inheritdoc/>
    public bool IsGenuine(SignedRequest request, string secret) => StandardWebhooks.IsGenuine(request, secret);

    /// <inheritdoc/>
    public ValueTask<MappedPayload> MapAsync(JsonElement payload, Connection connection, CancellationToken cancellationToken)
    {
        var kind = payload.TextAt("/event");
        if (kind is not ("responseCreated" or "responseUpdated" or "responseFinished"))
        {
            return ValueTask.FromResult(MappedPayload.Nothing(kind is null ? "the payload names no event, as a test does" : $"events of the type '{Text.Shorten(kind)}' are not answers"));
        }

        var mapping = connection.Mapping;
        if (JsonPointer.Find(payload, "/data/data") is not { ValueKind: JsonValueKind.Object } answers)
        {
            throw new UnreadableException("data.data is missing; the answers by question are wanted");
        }

        var question = mapping.Question ?? (mapping.Has("score") ? null : throw new UnreadableException("name the question of the score with the mapping's question, and what it measures with metric"));
        if (question is not null && !answers.TryGetProperty(question, out _))
        {
            return ValueTask.FromResult(MappedPayload.Nothing($"the question '{Text.Shorten(question)}' is not answered yet"));
        }

        if (!mapping.Has("metric"))
        {
            throw new UnreadableException("say what the question measures with the mapping's metric: nps, csat, ces or rating");
        }

        var answer = MappedAnswer.New();
        answer.Set("id", $"{payload.TextAt("/data/id")}:{kind}:{payload.TextAt("/data/updatedAt")}");
        answer.SetFirst("response", payload, "/data/id");
        answer.SetFirst("at", payload, "/data/createdAt");
        answer.Set("revision", EditRevision.Of(payload, "/data/createdAt", "/data/updatedAt"));
        answer.Set("survey", payload.TextAt("/data/surveyId") is { } survey ? $"formbricks-{survey}" : null);
        answer.SetFirst("customer", payload, "/data/contact/userId", "/data/contactAttributes/userId", "/data/contactAttributes/email", "/data/contact/id");
        if (question is not null)
        {
            answer.Set("score", answers.GetProperty(question));
        }

        if (mapping.CommentQuestion is { } comment && answers.TryGetProperty(comment, out var words) && words.ValueKind == JsonValueKind.String)
        {
            answer.Set("comment", words.GetString());
        }

        return ValueTask.FromResult(MappedAnswer.Finish(answer, mapping, payload));
    }
}
