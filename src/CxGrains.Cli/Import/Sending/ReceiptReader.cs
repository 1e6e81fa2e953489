using System.Text.Json;

namespace CxGrains.Cli.Import.Sending;

/// <summary>Reads the server's answers.</summary>
internal static class ReceiptReader
{
    /// <summary>Reads an answer that lists lines: 202, or 400 where all are bad; null where it does not.</summary>
    /// <param name="body">The answer's JSON.</param>
    /// <param name="sent">Lines that were sent.</param>
    public static Receipt? TryRead(string body, int sent)
    {
        if (ObjectOf(body) is not { } answer)
        {
            return null;
        }

        var rejected = new List<RejectedLine>();
        if (answer.TryGetProperty("rejected", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray())
            {
                if (item.TryGetProperty("index", out var index) && index.TryGetInt32(out var place) && place >= 0 && place < sent)
                {
                    rejected.Add(new RejectedLine(place, ProblemOf(item)));
                }
            }
        }
        else if (!answer.TryGetProperty("accepted", out _))
        {
            return null;
        }

        var rejectedCount = Count(answer, "rejectedCount") ?? rejected.Count;
        return new Receipt(Count(answer, "accepted") ?? sent - rejectedCount, rejectedCount, rejected);
    }

    /// <summary>What a problem document says, in one sentence; the status where the body is none.</summary>
    public static string ProblemText(string body, int status)
    {
        var problem = ObjectOf(body);
        var text = problem is { } document ? Text(document, "detail") ?? Text(document, "title") : null;
        return text is null ? $"HTTP {status}" : $"HTTP {status}, {text}";
    }

    private static string ProblemOf(JsonElement item)
    {
        var error = Text(item, "error") ?? "rejected without a reason";
        var field = Text(item, "field");
        return field is null || error.StartsWith(field, StringComparison.Ordinal) ? error : $"{field}: {error}";
    }

    private static JsonElement? ObjectOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // Not the server's own words: a proxy's page, or nothing at all. The caller goes by the status.
            return null;
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static int? Count(JsonElement item, string name) =>
        item.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var count) ? count : null;
}
