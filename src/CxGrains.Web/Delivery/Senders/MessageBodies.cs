using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;

namespace CxGrains.Web.Delivery.Senders;

/// <summary>A notice as each kind of receiver reads it.</summary>
internal sealed class MessageBodies(NoticeWords words)
{
    // Slack refuses a header that is longer, and a text of a section.
    private const int SlackHeaderCharsMax = 150;
    private const int SlackTextCharsMax = 2_900;

    /// <summary>The body for a kind; always the same for the same message.</summary>
    public byte[] Of(OutboxMessage message) => JsonSerializer.SerializeToUtf8Bytes(message.Destination.Kind switch
    {
        DestinationKind.Slack => Slack(message.Notice),
        DestinationKind.Teams => Teams(message.Notice),
        _ => Webhook(message),
    });

    private static JsonObject Webhook(OutboxMessage message)
    {
        var notice = message.Notice;
        var data = new JsonObject
        {
            ["id"] = notice.Id,
            ["workspace"] = message.Workspace,
            ["rule"] = notice.Rule,
            ["ruleName"] = notice.RuleName,
            ["severity"] = JsonNamingPolicy.CamelCase.ConvertName(notice.Severity.ToString()),
            [notice.Subject is null ? "customer" : "subject"] = notice.Subject is null ? notice.Customer : SubjectOf(notice.Subject),
            ["at"] = TimeOf(notice),
            ["reason"] = notice.Reason,
        };
        if (notice.Seen is { } seen)
        {
            data["seen"] = SeenOf(seen);
        }

        if (notice.Probability is { } probability)
        {
            data["probability"] = probability;
        }

        if (notice.Name is { } name)
        {
            data["name"] = name;
        }

        if (notice.Owner is { } owner)
        {
            data["owner"] = owner;
        }

        if (notice.Account is { } account)
        {
            data["account"] = account;
        }

        return new JsonObject { ["type"] = notice.IsTest ? "test" : "alert.raised", ["timestamp"] = TimeOf(notice), ["data"] = data };
    }

    private static JsonObject SubjectOf(AlertSubject subject)
    {
        var json = new JsonObject { ["type"] = JsonNamingPolicy.CamelCase.ConvertName(subject.Type.ToString()) };
        if (subject.Id is { } id)
        {
            json["id"] = id;
        }

        return json;
    }

    private static JsonObject SeenOf(AlertSeen seen)
    {
        var json = new JsonObject { ["score"] = seen.Score, ["against"] = seen.Against, ["difference"] = seen.Difference };
        foreach (var (name, value) in new[] { ("marginOfError", seen.MarginOfError), ("responses", seen.Responses), ("responsesBefore", seen.ResponsesBefore) })
        {
            if (value is { } known)
            {
                json[name] = known;
            }
        }

        return json;
    }

    private JsonObject Slack(Notice notice)
    {
        var title = NoticeWords.TitleOf(notice);
        var facts = string.Join('\n', NoticeWords.FactsOf(notice).Select(fact => $"*{Escape(fact.Name)}* {Escape(fact.Value)}"));
        var text = words.LinkOf(notice) is { } link ? $"{facts}\n<{link}|{OpenOf(notice)}>" : facts;
        return new JsonObject
        {
            ["text"] = Shorten(Escape(title), SlackTextCharsMax),
            ["blocks"] = new JsonArray(
                new JsonObject { ["type"] = "header", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = Shorten(title, SlackHeaderCharsMax) } },
                new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = Shorten(text, SlackTextCharsMax) } }),
        };
    }

    private JsonObject Teams(Notice notice)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["body"] = new JsonArray(
            [
                Runs(new JsonObject { ["type"] = "TextRun", ["text"] = NoticeWords.TitleOf(notice), ["weight"] = "Bolder", ["size"] = "Medium" }),
                .. NoticeWords.FactsOf(notice).Select(fact => Runs(
                    new JsonObject { ["type"] = "TextRun", ["text"] = $"{fact.Name}: ", ["weight"] = "Bolder" },
                    new JsonObject { ["type"] = "TextRun", ["text"] = fact.Value })),
            ]),
        };
        if (words.LinkOf(notice) is { } link)
        {
            card["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = OpenOf(notice), ["url"] = link });
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
        };
    }

    // A TextBlock and a FactSet read Markdown, and a customer's words must not become a link; a TextRun shows them as they are.
    private static JsonObject Runs(params JsonNode[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(runs) };

    private static string OpenOf(Notice notice) => $"Open the {NoticeWords.KindOf(notice)}";

    private static string TimeOf(Notice notice) =>
        DateTimeOffset.FromUnixTimeMilliseconds(notice.AtMs).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // What Slack asks to be written otherwise: a customer's id must not become a link or a mention.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Shorten(string text, int charsMax) => text.Length <= charsMax ? text : Excerpt.Of(text, charsMax - 1) + "…";
}
