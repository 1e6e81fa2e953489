using System.Text.Json;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Mapping;

namespace CxGrains.Web.Connectors.Typeform;

/// <summary>Typeform's webhooks. What each field is and where that is documented: docs/connectors.md.</summary>
internal sealed class TypeformConnector : IConnector
{
    private const string FormResponse = "form_response";

    /// <inheritdoc/>
    public string Kind => "typeform";

    /// <inheritdoc/>
    public bool IsGenuine(SignedRequest request, string secret) =>
        Signatures.IsBase64(request.Header("Typeform-Signature"), "sha256=", Signatures.Sha256(Signatures.Bytes(secret), request.Body.ToArray()));

    /// <inheritdoc/>
    public ValueTask<MappedPayload> MapAsync(JsonElement payload, Connection connection, CancellationToken cancellationToken)
    {
        if (payload.TextAt("/event_type") is { } type && type != FormResponse)
        {
            return ValueTask.FromResult(MappedPayload.Nothing($"events of the type '{Text.Shorten(type)}' are not answers"));
        }

        if (JsonPointer.Find(payload, "/form_response/answers") is not { ValueKind: JsonValueKind.Array } answers)
        {
            throw new UnreadableException("form_response.answers is missing; a list of answers is wanted");
        }

        var mapping = connection.Mapping;
        var answer = MappedAnswer.New();
        answer.SetFirst("id", payload, "/event_id");
        answer.SetFirst("response", payload, "/form_response/token");
        answer.SetFirst("at", payload, "/form_response/submitted_at");
        answer.Set("survey", payload.TextAt("/form_response/form_id") is { } form ? $"typeform-{form}" : null);
        SetCustomer(answer, payload, answers);
        SetScore(answer, payload, answers, mapping);
        answer.Set("comment", Comment(answers, mapping));
        return ValueTask.FromResult(MappedAnswer.Finish(answer, mapping, payload));
    }

    private static void SetCustomer(MappedInteraction answer, JsonElement payload, JsonElement answers)
    {
        answer.SetFirst("customer", payload, "/form_response/hidden/customer_id", "/form_response/hidden/user_id", "/form_response/hidden/email");
        if (!answer.Has("customer"))
        {
            answer.Set("customer", answers.EnumerateArray().Select(one => one.TextAt("/email")).FirstOrDefault(email => email is not null));
        }
    }

    private static void SetScore(MappedInteraction answer, JsonElement payload, JsonElement answers, ConnectionMapping mapping)
    {
        if (mapping.Has("score"))
        {
            return;
        }

        var scored = mapping.Question is { } question
            ? Find(answers, one => IsQuestion(one, question)) ?? throw new UnreadableException($"the question '{Text.Shorten(question)}' has no answer")
            : Find(answers, one => one.TextAt("/field/type") == "nps")
                ?? Find(answers, one => one.TextAt("/field/type") == "rating")
                ?? Find(answers, one => one.TextAt("/field/type") == "opinion_scale")
                ?? throw new UnreadableException("no answer is of the type nps, rating or opinion_scale; name the question of the score with the mapping's question");
        if (JsonPointer.Find(scored, "/number") is not { ValueKind: JsonValueKind.Number } number)
        {
            throw new UnreadableException("the answer to the question of the score is no number");
        }

        answer.Set("score", number);
        var type = scored.TextAt("/field/type");
        if (!mapping.Has("metric"))
        {
            answer.Set("metric", type switch
            {
                "nps" => "nps",
                "rating" => "rating",
                _ => throw new UnreadableException($"a question of the type '{type}' may measure anything; say what with the mapping's metric"),
            });
        }

        // How far a rating goes stands with the question, in forms that say it.
        if (type == "rating" && Find(JsonPointer.Find(payload, "/form_response/definition/fields") ?? default, field => field.TextAt("/id") == scored.TextAt("/field/id")) is { } field)
        {
            answer.Set("scale", JsonPointer.Find(field, "/properties/steps"));
        }
    }

    private static string? Comment(JsonElement answers, ConnectionMapping mapping) =>
        Find(answers, mapping.CommentQuestion is { } question ? one => IsQuestion(one, question) : one => one.TextAt("/field/type") == "long_text")?.TextAt("/text");

    private static bool IsQuestion(JsonElement answer, string question) => answer.TextAt("/field/ref") == question || answer.TextAt("/field/id") == question;

    private static JsonElement? Find(JsonElement list, Func<JsonElement, bool> matches)
    {
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in list.EnumerateArray())
            {
                if (matches(one))
                {
                    return one;
                }
            }
        }

        return null;
    }
}
