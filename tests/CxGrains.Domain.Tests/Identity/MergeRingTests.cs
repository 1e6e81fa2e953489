using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Tests.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Identity;

/// <summary>Ids merged into each other at random, in partitions that fold at their own pace: rings among them.</summary>
public class MergeRingTests
{
    private const int StepsMax = 20_000;
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    private static readonly Gen<(int From, int To)[]> Aliases =
        from pairs in Gen.Choose(0, Ids.Length - 1).Two().Where(pair => pair.Item1 != pair.Item2).ArrayOf()
        select pairs.Take(12).ToArray();

    private static readonly Gen<((int From, int To)[] Aliases, int Seed, int Partitions)> Cases =
        from aliases in Aliases
        from seed in Gen.Choose(0, int.MaxValue)
        from partitions in Gen.Choose(1, 3)
        select (aliases, seed, partitions);

    [Fact]
    public void Nothing_circulates_for_ever_and_all_that_happened_is_counted_once() => Law.Holds(Cases, given =>
    {
        var random = new Random(given.Seed);
        var customers = Ids.ToDictionary(id => id, id => new CustomerStory { Customer = new Customer(id) });
        var logs = Enumerable.Range(0, given.Partitions).Select(_ => new Queue<Func<Effect?>>()).ToArray();
        Queue<Func<Effect?>> LogOf(string id) => logs[id[0] % given.Partitions];
        var sent = 0;
        void Send(string id, string line)
        {
            sent++;
            LogOf(id).Enqueue(() => customers[id].Happens(line).Announcement.Effect);
        }

        foreach (var (from, to) in given.Aliases)
        {
            Send(Ids[from], Line(Ids[from], $"visit-{sent}", "\"visit\""));
            Send(Ids[from], Line(Ids[to], $"alias-{sent}", $"\"alias\",\"previousId\":\"{Ids[from]}\""));
            Send(Ids[to], Line(Ids[to], $"visit-{sent}", "\"visit\""));
        }

        for (var steps = 0; logs.Any(log => log.Count > 0); steps++)
        {
            Assert.InRange(steps, 0, StepsMax);
            var busy = logs.Where(log => log.Count > 0).ToArray();
            switch (busy[random.Next(busy.Length)].Dequeue()())
            {
                case MergeEffect merge:
                    LogOf(merge.Customer).Enqueue(() => customers[merge.Customer].Takes(merge).Announcement.Effect);
                    break;
                case ForwardEffect forward:
                    LogOf(forward.Customer).Enqueue(() => customers[forward.Customer].Takes(forward).Announcement.Effect);
                    break;
            }
        }

        return customers.Values.Sum(story => story.Customer.Interactions) == sent
            && customers.Values.All(story => EndOf(story.Customer, customers).MergedInto is null);
    });

    private static Customer EndOf(Customer customer, Dictionary<string, CustomerStory> customers)
    {
        for (var hops = 0; customer.MergedInto is { } into && hops < Ids.Length; hops++)
        {
            customer = customers[into].Customer;
        }

        return customer;
    }

    private static string Line(string customer, string id, string type) =>
        $$"""{"id":"{{id}}","customer":"{{customer}}","at":"2025-06-01T00:00:00Z","type":{{type}}}""";
}
