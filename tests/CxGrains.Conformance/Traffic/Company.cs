namespace CxGrains.Conformance.Traffic;

/// <summary>What happens between a made-up company and its customers, the same for the same seed. Each interaction has an id of its own.</summary>
internal static class Company
{
    private static readonly string[] Plain = ["visit", "page", "login", "feature_used", "message", "ticket_opened", "email_sent", "email_opened", "referral", "weighed"];
    private static readonly string[] Channels = ["web", "app", "store"];
    private static readonly string[] Currencies = ["EUR", "USD"];
    private static readonly string[] Plans = ["free", "pro", "team"];

    /// <summary>Interactions in the order in which they happened, over the days before an instant.</summary>
    public static List<string> Lines(int seed, int customers, int interactions, DateTimeOffset until, int days = 400)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, interactions)
                .Select(i => (At: until.AddSeconds(-random.Next(days * 86_400)), Customer: $"c{random.Next(customers)}", Id: $"s{seed}-{i}"))
                .OrderBy(item => item.At)
                .ThenBy(item => item.Id, StringComparer.Ordinal)
                .Select(item => Line(random, item.Id, item.Customer, item.At)),
        ];
    }

    /// <summary>The same lines three times over, in another order.</summary>
    public static List<string> ShuffledThreeTimes(IReadOnlyList<string> lines, int seed)
    {
        var often = lines.Concat(lines).Concat(lines).ToArray();
        new Random(seed).Shuffle(often);
        return [.. often];
    }

    private static string Line(Random random, string id, string customer, DateTimeOffset at) => random.Next(10) switch
    {
        0 or 1 => Traffic.Lines.Of(id, customer, "purchase", at, $"\"value\":{random.Next(1, 50_000) / 100m},\"currency\":\"{Any(random, Currencies)}\",\"channel\":\"{Any(random, Channels)}\""),
        2 => Traffic.Lines.Of(id, customer, random.Next(3) == 0 ? "refund" : "renewed", at, $"\"value\":{random.Next(1, 5_000) / 100m},\"currency\":\"EUR\""),
        3 => Traffic.Lines.Of(id, customer, "identify", at, $"\"traits\":{{\"plan\":\"{Any(random, Plans)}\",\"name\":\"Name {random.Next(500)}\",\"email\":\"{customer}@example.org\"}}"),
        4 => random.Next(2) == 0
            ? Traffic.Lines.Of(id, customer, "group", at, $"\"account\":\"a{random.Next(20)}\"")
            : Traffic.Lines.Of(id, customer, "survey_sent", at, "\"survey\":\"nps\""),
        5 => Traffic.Lines.Nps(id, customer, at, random.Next(11), $"\"channel\":\"{Any(random, Channels)}\"" + Response(random)),
        6 => Traffic.Lines.Of(id, customer, "survey_response", at, $"\"survey\":\"csat\",\"metric\":\"csat\",\"score\":{random.Next(1, 6)},\"touchpoint\":\"checkout\"" + Response(random)),
        _ => Traffic.Lines.Of(id, customer, Any(random, Plain), at, $"\"channel\":\"{Any(random, Channels)}\""),
    };

    // Few response ids, so that many answers are edits of others.
    private static string Response(Random random) =>
        random.Next(2) == 0 ? "" : $",\"response\":\"r{random.Next(3)}\",\"revision\":{random.Next(1_000_000)}";

    private static string Any(Random random, string[] values) => values[random.Next(values.Length)];
}
