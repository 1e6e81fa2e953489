using System.Text.Json;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Alerts;
using CxGrains.Tests;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Companies whose customers live in several partitions.</summary>
public abstract class AccountScenarios : RuntimeScenarios
{
    private static readonly string[] Members = [.. Enumerable.Range(0, 12).Select(i => $"c{i:00}")];

    [ScenarioFact]
    public async Task An_account_is_the_sum_of_its_customers_wherever_they_live()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(
        [
            .. Members.Select((id, i) => Lines.Of($"g{i}", id, "group", Lines.Noon.AddDays(-60), "\"account\":\"acme\"")),
            .. Members.Select((id, i) => Lines.Of($"p{i}", id, "purchase", Lines.Noon.AddDays(-60 + i), $"\"value\":10.5,\"currency\":\"{(i % 2 == 0 ? "EUR" : "USD")}\"")),
            .. Members.Take(4).Select((id, i) => Lines.Nps($"n{i}", id, Lines.Noon.AddDays(-i), i == 0 ? 3 : 9)),
            .. Members.Take(3).Select((id, i) => Lines.Of($"t{i}", id, "identify", Lines.Noon, $"\"traits\":{{\"name\":\"Name {i}\",\"renewalDate\":\"2025-{6 + i:00}-20\"}}")),
            Lines.Of("other", "zoe", "group", Lines.Noon, "\"account\":\"globex\""),
            Lines.Visit("alone", "max", Lines.Noon),
        ]);

        var page = await AccountsAsync(runtime, new AccountQuery());

        Assert.Equal((2, null), (page.Total, page.Next));
        var acme = page.Accounts[0];
        Assert.Equal(("acme", "acme", 12, 4, 31), (acme.Id, acme.Name, acme.Customers, acme.Active, acme.Interactions));
        Assert.Equal((12, 126), (acme.Purchases.Count, acme.Purchases.Total));
        Assert.Equal([("EUR", 63m), ("USD", 63m)], acme.Purchases.ByCurrency.Select(sum => (sum.Key, sum.Value)).Order());
        Assert.Equal((3, 0, 1, 50), (acme.Nps.Promoters, acme.Nps.Passives, acme.Nps.Detractors, acme.Nps.Score));
        Assert.Equal(new RenewalView(new DateOnly(2025, 6, 20), 5, IsPast: false, IsRenewed: false), acme.Renewal);
        Assert.Equal(Lines.Noon, acme.LastSeen);

        var rows = (await runtime.Queries.CustomersAsync(Client.Workspace, new CustomerQuery { Account = "acme" }, CancellationToken.None)).Customers;
        Assert.Equal(rows.Average(row => row.Engagement.Score!.Value), acme.Engagement.Score!.Value, 9);
        Assert.Equal((rows[0].Id, rows[0].Churn.Probability, rows[0].Churn.Band), (acme.Worst.Customer, acme.Worst.Probability, acme.Worst.Band));

        var globex = page.Accounts[1];
        Assert.Equal((1, ScoreStatus.NotEnoughData, ScoreStatus.NotEnoughData, null), (globex.Customers, globex.Worst.Status, globex.Nps.Status, globex.Renewal));
    }

    [ScenarioFact]
    public async Task Accounts_are_the_same_after_a_crash()
    {
        var runtime = await StartAsync();
        await LearnNothingAsync(runtime);
        await new Client(runtime).SendAsync(Company.Lines(seed: 4, customers: 60, interactions: 800, until: Lines.Noon));
        var query = new AccountQuery { Sort = AccountSort.Name, AsOf = Lines.Noon };
        var before = await AccountsAsync(runtime, query);
        Assert.Equal(16, before.Total);

        await runtime.SaveAsync();
        await CrashAndStartAsync(runtime);

        Sameness.Same(before, await AccountsAsync(runtime, query));
    }

    [ScenarioTheory]
    [MemberData(nameof(Orders))]
    public async Task Paging_gives_each_account_exactly_once_and_in_order(AccountSort sort, bool reverse)
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(
        [
            .. Company.Lines(seed: 9, customers: 90, interactions: 700, until: Lines.Noon),
            .. Enumerable.Range(0, 60).Select(i => Lines.Of($"g{i}", $"c{i}", "group", Lines.Noon, $"\"account\":\"a{i % 20}\"")),
            .. Enumerable.Range(0, 60).Select(i => Lines.Of($"t{i}", $"c{i}", "identify", Lines.Noon, $"\"traits\":{{\"renewalDate\":\"202{4 + (i % 3)}-03-{1 + (i % 28):00}\"}}")),
        ]);
        var query = new AccountQuery { Sort = sort, Reverse = reverse };

        var paged = await Paging.AllAccountsAsync(runtime.Queries, Client.Workspace, query with { Limit = 7 });

        var whole = await AccountsAsync(runtime, query with { Limit = 500 });
        Assert.Equal((20, 20, null), (paged.Count, whole.Total, whole.Next));
        Assert.Equal(whole.Accounts.Select(row => row.Id), paged.Select(row => row.Id));
        Assert.Distinct(paged.Select(row => row.Id));
        var keys = paged.Select(row => sort switch
        {
            AccountSort.Risk => -row.Worst.Probability ?? 1,
            AccountSort.Value => -(double)row.Purchases.Total,
            AccountSort.Customers => -row.Customers,
            AccountSort.LastSeen => -row.LastSeen.ToUnixTimeMilliseconds(),
            AccountSort.Renewal => row.Renewal is { } renewal ? (renewal.IsPast ? 1_000_000 : 0) + Math.Abs(renewal.Days) : double.MaxValue,
            _ => 0.0,
        });
        Assert.Equal(reverse ? keys.OrderDescending() : keys.Order(), keys);
    }

    [ScenarioFact]
    public async Task One_account_shows_its_worst_customers_and_its_open_alerts()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        var rule = AlertRuleReader.Read(JsonElement.Parse("""{"condition":{"type":"complaint"}}"""), "loud");
        await runtime.Definitions.DefineAlertRuleAsync(Client.Workspace, rule, null, CancellationToken.None);
        await client.SendAsync(
        [
            .. Members.Select((id, i) => Lines.Of($"g{i}", id, "group", Lines.Noon, "\"account\":\"a/b\"")),
            .. Members.Take(2).Select((id, i) => Lines.Of($"i{i}", id, "complaint", Lines.Noon)),
            Lines.Of("g", "eve", "group", Lines.Noon, "\"account\":\"globex\""),
            Lines.Of("i", "eve", "complaint", Lines.Noon),
        ]);

        var account = (await runtime.Queries.AccountAsync(Client.Workspace, "a/b", null, CancellationToken.None))!;

        Assert.Equal((12, 12), (account.Customers, account.Members.Total));
        Assert.Equal(Members.Order(), account.Members.Customers.Select(row => row.Id).Order());
        Assert.Equal(account.Worst.Customer, account.Members.Customers[0].Id);
        Assert.Equal(2, account.OpenAlerts.Total);
        Assert.Equal(Members.Take(2), account.OpenAlerts.Alerts.Select(alert => alert.Customer).Order());
        Assert.Null(await runtime.Queries.AccountAsync(Client.Workspace, "nobody", null, CancellationToken.None));
    }

    [ScenarioFact]
    public async Task A_customer_that_moves_on_or_is_erased_leaves_its_account()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Members.Select((id, i) => Lines.Of($"g{i}", id, "group", Lines.Noon, "\"account\":\"acme\"")));

        await client.SendAsync(
            Lines.Of("moves", Members[0], "group", Lines.Noon.AddMinutes(1), "\"account\":\"globex\""),
            Lines.Of("late", Members[1], "group", Lines.Noon.AddDays(-1), "\"account\":\"globex\""),
            Lines.Of("goes", Members[2], "erase", Lines.Noon.AddMinutes(1)));

        var page = await AccountsAsync(runtime, new AccountQuery { Sort = AccountSort.Customers });
        Assert.Equal([("acme", 10L), ("globex", 1L)], page.Accounts.Select(row => (row.Id, row.Customers)));
        var found = Assert.Single((await AccountsAsync(runtime, new AccountQuery { Search = "GLOB" })).Accounts);
        Assert.Equal("globex", found.Id);
    }

    public static TheoryData<AccountSort, bool> Orders()
    {
        var orders = new TheoryData<AccountSort, bool>();
        foreach (var sort in Enum.GetValues<AccountSort>())
        {
            orders.Add(sort, false);
        }

        orders.Add(AccountSort.Risk, true);
        orders.Add(AccountSort.Renewal, true);
        return orders;
    }

    private static ValueTask<AccountPage> AccountsAsync(IRuntimeUnderTest runtime, AccountQuery query) =>
        runtime.Queries.AccountsAsync(Client.Workspace, query, CancellationToken.None);
}
