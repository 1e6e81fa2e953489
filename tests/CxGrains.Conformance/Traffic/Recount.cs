using System.Text.Json.Nodes;

namespace CxGrains.Conformance.Traffic;

/// <summary>
/// The numbers that the views must show, counted again in the plainest way: every line once by its id, all in memory, nothing
/// kept running. It shares no code with the runtime.
/// </summary>
internal sealed class Recount
{
    private readonly List<JsonNode> _lines;
    private readonly ILookup<string, JsonNode> _byCustomer;

    public Recount(IEnumerable<string> lines)
    {
        _lines = [.. lines.Select(line => JsonNode.Parse(line)!).DistinctBy(line => (string)line["id"]!)];
        _byCustomer = _lines.ToLookup(CustomerOf, StringComparer.Ordinal);
    }

    public int Interactions => _lines.Count;

    public IReadOnlyList<string> Customers => [.. _byCustomer.Select(own => own.Key).Order(StringComparer.Ordinal)];

    public long Purchases => _lines.LongCount(line => TypeOf(line) == "purchase");

    public decimal Revenue => _lines.Sum(AmountOf);

    public int InteractionsOf(string customer) => _byCustomer[customer].Count();

    public int PurchasesOf(string customer) => _byCustomer[customer].Count(line => TypeOf(line) == "purchase");

    public decimal RevenueOf(string customer) => _byCustomer[customer].Sum(AmountOf);

    public long Sent(string survey) => _lines.LongCount(line => TypeOf(line) == "survey_sent" && (string)line["survey"]! == survey);

    /// <summary>How often each score stands after all edits.</summary>
    public Dictionary<int, long> Scores(string survey) => Answers(survey).GroupBy(answer => answer.Score).ToDictionary(group => group.Key, group => group.LongCount());

    /// <summary>The scores of each customer's latest answer, where it was given on or after a day.</summary>
    public IReadOnlyList<int> LatestScores(string survey, DateTimeOffset fromDay) =>
        [.. Answers(survey).GroupBy(answer => answer.Customer).Select(own => own.MaxBy(answer => answer.At)).Where(answer => answer.At >= fromDay).Select(answer => answer.Score)];

    private IEnumerable<(string Customer, DateTimeOffset At, int Score)> Answers(string survey) => _lines
        .Where(line => TypeOf(line) == "survey_response" && (string)line["survey"]! == survey)
        .GroupBy(line => (CustomerOf(line), (string?)line["response"] ?? "id:" + (string)line["id"]!))
        .Select(versions => Final([.. versions]))
        .Select(line => (CustomerOf(line), (DateTimeOffset)line["at"]!, (int)line["score"]!));

    // Which of two equal revisions wins is the runtime's own choice, so that the traffic compared here must have none.
    private static JsonNode Final(JsonNode[] versions)
    {
        var revision = versions.Max(RevisionOf);
        return versions.Single(version => RevisionOf(version) == revision);
    }

    private static int RevisionOf(JsonNode line) => (int?)line["revision"] ?? 0;

    private static string CustomerOf(JsonNode line) => (string)line["customer"]!;

    private static string TypeOf(JsonNode line) => (string)line["type"]!;

    private static decimal AmountOf(JsonNode line) => TypeOf(line) switch
    {
        "purchase" => (decimal)line["value"]!,
        "refund" => -(decimal)line["value"]!,
        _ => 0,
    };
}
