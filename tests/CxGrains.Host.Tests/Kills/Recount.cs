namespace CxGrains.Host.Tests.Kills;

/// <summary>Counts events from scratch, in the plainest way; shares no code with what it checks.</summary>
internal sealed class Recount(IEnumerable<SentEvent> events)
{
    /// <summary>The events by customer.</summary>
    public ILookup<string, SentEvent> ByCustomer { get; } = events.ToLookup(item => item.Customer);

    /// <summary>Every event.</summary>
    public IEnumerable<SentEvent> All => ByCustomer.SelectMany(group => group);

    /// <summary>The answers that count: of each response its highest revision.</summary>
    public IEnumerable<SentEvent> Answers => All.Where(item => item.Type == "survey_response").GroupBy(item => item.Response).Select(group => group.MaxBy(item => item.Revision)!);

    /// <summary>Each customer's latest answer.</summary>
    public IEnumerable<SentEvent> LatestAnswers => Answers.GroupBy(item => item.Customer).Select(group => group.MaxBy(item => item.AtMs)!);

    /// <summary>Customers whose latest <c>identify</c> says so.</summary>
    public IReadOnlySet<string> CustomersOn(string plan) => ByCustomer.Where(customer => PlanOf(customer) == plan).Select(customer => customer.Key).ToHashSet();

    /// <summary>The plan the latest <c>identify</c> tells.</summary>
    public static string? PlanOf(IEnumerable<SentEvent> customer) => customer.Where(item => item.Type == "identify").MaxBy(item => item.AtMs)?.Plan;

    /// <summary>Purchases.</summary>
    public static int Purchases(IEnumerable<SentEvent> some) => some.Count(item => item.Type == "purchase");

    /// <summary>Money spent.</summary>
    public static decimal Total(IEnumerable<SentEvent> some) => some.Sum(item => item.Cents) / 100m;

    /// <summary>Promoters, passives and detractors.</summary>
    public static (int Promoters, int Passives, int Detractors) Categories(IEnumerable<SentEvent> answers)
    {
        var scores = answers.Select(item => item.Score).ToList();
        return (scores.Count(score => score >= 9), scores.Count(score => score is 7 or 8), scores.Count(score => score <= 6));
    }
}
