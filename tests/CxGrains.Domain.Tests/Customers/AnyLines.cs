using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Customers;

/// <summary>Interactions of one customer within the customer's bounds, each with an id of its own.</summary>
internal static class AnyLines
{
    private static readonly Gen<(string Type, string More)> Contents = Gen.OneOf(
        from type in Gen.Elements("visit", "page", "login", "feature_used", "message", "ticket_opened", "email_sent", "email_opened", "referral", "review", "renewed", "weighed")
        from channel in Gen.Elements("web", "app", "store")
        select (type, $"\"channel\":\"{channel}\""),
        from type in Gen.Elements("purchase", "refund")
        from cents in Gen.Choose(1, 100_000)
        from currency in Gen.Elements("EUR", "USD", "JPY")
        select (type, $"\"value\":{cents / 100m},\"currency\":\"{currency}\""),
        from plan in Gen.Elements("\"free\"", "\"pro\"", "3", "true")
        from key in Gen.Elements("plan", "name", "email", "size")
        select ("identify", $"\"traits\":{{\"{key}\":{plan}}}"),
        from account in Gen.Elements("acme", "globex")
        select ("group", $"\"account\":\"{account}\""),
        from survey in Gen.Elements("nps", "csat", "ces")
        from score in Gen.Choose(1, 5)
        from response in Gen.Choose(0, 5)
        from revision in Gen.Choose(0, 3)
        select ("survey_response", $"\"survey\":\"{survey}\",\"score\":{score}" + (response == 0 ? "" : $",\"response\":\"r{response}\",\"revision\":{revision}")));

    /// <summary>At most 25 answers, so that none is let go; times collide now and then.</summary>
    public static readonly Gen<string[]> Of =
        from contents in Contents.ArrayOf()
        from hoursAgo in Gen.Choose(0, 24 * 500).ArrayOf(contents.Length)
        select contents
            .Take(60)
            .Where((content, i) => content.Type != "survey_response" || i < 25)
            .Select((content, i) => CustomerStory.Line($"i{i}", content.Type, CustomerStory.NoonMs - (hoursAgo[i] / 6 * 6 * 3_600_000L), content.More))
            .ToArray();

    /// <summary>The same three times over, in another order.</summary>
    public static Gen<string[]> ShuffledThreeTimes(string[] lines) => Gen.Shuffle(lines.Concat(lines).Concat(lines).ToArray());
}
