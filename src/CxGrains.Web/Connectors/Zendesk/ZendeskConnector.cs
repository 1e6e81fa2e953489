using System.Text.Json;
using CxGrains.Domain.Interactions;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Mapping;

namespace CxGrains.Web.Connectors.Zendesk;

/// <summary>
/// Zendesk's webhooks of triggers. What they send is written by whoever sets the trigger up: docs/connectors.md has the body to paste, whose
/// <c>event</c> is <c>opened</c>, <c>replied</c>, <c>solved</c> or <c>rated</c>.
/// </summary>
internal sealed class ZendeskConnector : IConnector
{
    private const int Satisfied = 5;
    private const int Dissatisfied = 1;

    /// <inheritdoc/>
    public string Kind => "zendesk";

    /// <inheritdoc/>
    public bool IsGenuine(SignedRequest request, string secret) =>
        request.Header("X-Zendesk-Webhook-Signature-Timestamp") is { } timestamp
        && Signatures.IsBase64(
            request.Header("X-Zendesk-Webhook-Signature"), "", Signatures.Sha256(Signatures.Bytes(secret), Signatures.Bytes(timestamp), request.Body.ToArray()));

    /// <inheritdoc/>
    public ValueTask<MappedPayload> MapAsync(JsonElement payload, Connection connection, CancellationToken cancellationToken)
    {
        if (payload.TextAt("/type") is { } type && type.StartsWith("zen:event-type:", StringComparison.Ordinal))
        {
            return ValueTask.FromResult(MappedPayload.Nothing($"events of the type '{Text.Shorten(type)}' are about users and organisations, not about tickets"));
        }

        var kind = payload.TextAt("/event") ?? throw new UnreadableException("event is missing; opened, replied, solved or rated is wanted");
        var ticket = payload.TextAt("/ticket") ?? throw new UnreadableException("ticket is missing; the ticket's id is wanted");
        var interaction = kind == "rated" ? Rating(payload, ticket) : Ticket(payload, kind, ticket);
        interaction.Set("id", $"{ticket}:{kind}:{payload.TextAt("/at")}");
        interaction.SetFirst("at", payload, "/at");
        interaction.SetFirst("customer", payload, "/customer", "/email");
        interaction.SetFirst("channel", payload, "/channel");
        return ValueTask.FromResult(MappedAnswer.Finish(interaction, connection.Mapping, payload));
    }

    private static MappedInteraction Ticket(JsonElement payload, string kind, string ticket)
    {
        var interaction = new MappedInteraction();
        interaction.Set("type", kind switch
        {
            "opened" => InteractionTypes.TicketOpened,
            "replied" => InteractionTypes.TicketReplied,
            "solved" => InteractionTypes.TicketResolved,
            _ => throw new UnreadableException($"event '{Text.Shorten(kind)}' is none of opened, replied, solved, rated"),
        });
        interaction.Set("properties.ticket", ticket);
        interaction.SetFirst("properties.subject", payload, "/subject");
        return interaction;
    }

    private static MappedInteraction Rating(JsonElement payload, string ticket)
    {
        var answer = MappedAnswer.New();
        answer.Set("survey", "zendesk-ticket");
        answer.Set("metric", "csat");
        answer.Set("scale", Satisfied);
        answer.Set("score", Score(payload.TextAt("/rating") ?? throw new UnreadableException("rating is missing; a text that begins with Good or Bad, or 1 to 5, is wanted")));
        answer.Set("response", $"zendesk-{ticket}");
        answer.Set("revision", EditRevision.Of(payload, "/created", "/at"));
        answer.SetFirst("comment", payload, "/comment");
        return answer;
    }

    // Good and bad are the ends of the scale, so that the share of satisfied is the share of good.
    private static int Score(string rating) => rating switch
    {
        _ when rating.StartsWith("good", StringComparison.OrdinalIgnoreCase) => Satisfied,
        _ when rating.StartsWith("bad", StringComparison.OrdinalIgnoreCase) => Dissatisfied,
        ['1' or '2' or '3' or '4' or '5'] => rating[0] - '0',
        _ => throw new UnreadableException($"rating is '{Text.Shorten(rating)}'; a text that begins with Good or Bad, or 1 to 5, is wanted"),
    };
}
