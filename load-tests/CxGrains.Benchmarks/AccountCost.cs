using System.Diagnostics;
using System.Globalization;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;

namespace CxGrains.Benchmarks;

/// <summary>
/// What a page of accounts costs over 200,000 rows of the index in four partitions, against a page of customers over the same rows in the same
/// run, and what a row costs more where its customer has an account. One thread asks one partition after the other, so that it is the work of
/// all of them; embedded they work side by side.
/// Run by <c>dotnet run -c Release --project load-tests/CxGrains.Benchmarks -- accounts</c>.
/// </summary>
internal static class AccountCost
{
    private const int Customers = 200_000;
    private const int Partitions = 4;
    private const int Rounds = 20;

    // Customers with much and with little behind them, whom all others are like.
    private const int SamplesCount = 40;
    private const long NowMs = SampleLines.StartMs + (30 * TimeSpan.MillisecondsPerDay);

    /// <summary>Measures and prints.</summary>
    public static void Run()
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {Customers:N0} customers in {Partitions} partitions");
        var customers = Measure("customers by risk", Index(accounts: 0), CustomersPage);
        foreach (var accounts in (int[])[100, 5_000, 50_000])
        {
            var partitions = Index(accounts);
            var cost = Measure($"accounts by risk, {accounts:N0} of them", partitions, AccountsPage);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    ratio to customers {cost / customers:F2}"));
            Measure($"one account of {accounts:N0}", partitions, OneAccount);
        }

        var (without, with) = (BytesARow(accounts: 0), BytesARow(accounts: 5_000));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a row of the index: {without:F0} bytes, with an account {with:F0}"));
    }

    private static double Measure(string what, CustomerEntry[][] partitions, Action<CustomerEntry[][]> ask)
    {
        var times = new double[Rounds];
        for (var i = -5; i < Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            ask(partitions);
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[Rounds / 2]:F1} ms, longest {times[^1]:F1} ms"));
        return times[Rounds / 2];
    }

    private static void CustomersPage(CustomerEntry[][] partitions)
    {
        var search = CustomerSearch.Of(new CustomerQuery(), new Dictionary<string, int>(), NowMs);
        search.PageOf([.. partitions.Select(search.Run)]);
    }

    private static void AccountsPage(CustomerEntry[][] partitions)
    {
        var search = AccountSearch.Of(new AccountQuery(), NowMs);
        string? from = null;
        do
        {
            var after = from;
            from = search.Take([.. partitions.Select(partition => search.Run(partition, after))]);
        }
        while (from is not null);
        search.ToPage();
    }

    private static void OneAccount(CustomerEntry[][] partitions)
    {
        var look = AccountViews.LookAt(NowMs, isNow: true);
        foreach (var partition in partitions)
        {
            AccountSlice.OfOne(partition, "account-00007", look);
        }
    }

    private static CustomerEntry[][] Index(int accounts)
    {
        var folder = new SampleCustomers();
        var samples = Enumerable.Range(0, SamplesCount).Select(number => folder.Create(5 + number)).ToArray();
        var names = new NamePool();
        var partitions = Enumerable.Range(0, Partitions).Select(_ => new List<CustomerEntry>()).ToArray();
        for (var i = 0; i < Customers; i++)
        {
            var customer = samples[i % SamplesCount];
            if (accounts > 0)
            {
                folder.Join(customer, $"account-{i % accounts:D5}", NowMs + i);
            }

            partitions[i / SamplesCount % Partitions].Add(RowOf(customer, $"customer-{i:D6}", names));
        }

        return [.. partitions.Select(partition => partition.ToArray())];
    }

    // Through its stored form, so that it shares nothing with others but names.
    private static CustomerEntry RowOf(Customer customer, string id, NamePool names)
    {
        var entry = new CustomerEntry(id);
        entry.Refresh(customer, profileChanged: true, memberChanged: true);
        var copy = new CustomerEntry(id);
        using var reader = new BinaryReader(new MemoryStream(StateEncoding.ToBytes(entry, static (entry, writer) => entry.EncodeBody(writer))));
        copy.DecodeBody(reader, names);
        return copy;
    }

    private static double BytesARow(int accounts)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = Index(accounts);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(index);
        return (double)bytes / Customers;
    }
}
