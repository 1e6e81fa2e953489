using System.Text.Json;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Mapping;

namespace CxGrains.Web.Connectors.Intercom;

/// <summary>Intercom's notifications of conversation ratings: a CSAT answer from 1 to 5. A rating that is changed is the same answer in a later revision.</summary>
internal sealed class IntercomConnector : IConnector
{
    private const string RatingAdded = "conversation.rating.added";

    /// <inheritdoc/>
    public string Kind => "intercom";

    /// <inheritdoc/>
    public bool IsGenuine(SignedRequest request, string secret) =>
        Signatures.IsHex(request.Header("X-Hub-Signature"), "sha1=", Signatures.Sha1(Signatures.Bytes(secret), request.Body));

    /// <inheritdoc/>
    public ValueTask<MappedPayload> MapAsync(JsonElement payload, Connection connection, CancellationToken cancellationToken)
    {
        var topic = payload.TextAt("/topic") ?? throw new UnreadableException("topic is missing");
        if (topic != RatingAdded)
        {
            return ValueTask.FromResult(MappedPayload.Nothing($"the topic '{Text.Shorten(topic)}' is no rating"));
        }

        var answer = MappedAnswer.New();
        answer.SetFirst("id", payload, "/id");
        answer.SetFirst("response", payload, "/data/item/id");
        answer.SetFirst("at", payload, "/created_at");
        answer.Set("revision", EditRevision.Of(payload, "/data/item/conversation_rating/created_at", "/created_at"));
        answer.Set("survey", "intercom-conversation");
        answer.Set("metric", "csat");
        answer.Set("scale", 5);
        answer.Set("channel", "chat");
        answer.SetFirst("score", payload, "/data/item/conversation_rating/rating");
        answer.SetFirst("comment", payload, "/data/item/conversation_rating/remark");
        answer.SetFirst(
            "customer",
            payload,
            "/data/item/conversation_rating/contact/external_id",
            "/data/item/contacts/contacts/0/external_id",
            "/data/item/source/author/email",
            "/data/item/conversation_rating/contact/id",
            "/data/item/contacts/contacts/0/id");
        return ValueTask.FromResult(MappedAnswer.Finish(answer, connection.Mapping, payload));
    }
}
