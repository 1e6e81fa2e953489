using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Scenarios;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Domain.Surveys;
using CxGrains.Embedded.Catalog;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.Partitions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Conformance.Embedded;

/// <summary>An interaction whose fold throws goes to quarantine, and everything else is as if it had never come.</summary>
public sealed class EmbeddedQuarantine : RuntimeScenarios
{
    private EmbeddedRuntimeUnderTest _runtime = null!;

    public override async Task InitializeAsync() => _runtime = (EmbeddedRuntimeUnderTest)await StartAsync(new RuntimeSize { PartitionsCount = 2 });

    protected override IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock) => new EmbeddedRuntimeUnderTest(
        size, clock, services => services.AddSingleton<ISurveyLookup>(provider => new PoisonedLookup(provider.GetRequiredService<DefinitionCatalog>())));

    [Fact]
    public async Task Neighbours_are_counted_and_the_worker_goes_on_also_after_a_crash()
    {
        var lines = Company.Lines(seed: 20, customers: 40, interactions: 600, until: Lines.Noon);
        var client = new Client(_runtime);
        await client.SendAsync(lines.Take(200));
        await client.SendAsync([Poison("p1", "c1"), .. lines.Skip(200).Take(50), Poison("p2", "c2"), Poison("p3", "c1")]);
        await client.SendAsync(lines.Skip(250));
        await MustCountAsync(lines);

        await _runtime.CrashAsync();
        await _runtime.StartAsync();
        await MustCountAsync(lines);

        await _runtime.SaveAsync();
        Assert.Equal(["p1", "p2", "p3"], Quarantined().Select(row => row.Id).Order());
    }

    [Fact]
    public async Task What_is_in_quarantine_is_kept_with_its_reason_even_if_nothing_follows()
    {
        var client = new Client(_runtime);
        await client.SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        await _runtime.SaveAsync();

        await client.SendAsync(Poison("p1", "ada"));
        await _runtime.SaveAsync();

        Assert.Equal([("p1", PoisonedLookup.Reason)], Quarantined());
        await _runtime.CrashAsync();
        await _runtime.StartAsync();
        Assert.Equal([("p1", PoisonedLookup.Reason)], Quarantined());
        Assert.Equal(1, (await AdaAsync())!.Interactions);
    }

    [Fact]
    public async Task A_customer_whose_first_interaction_is_in_quarantine_is_not_there()
    {
        await new Client(_runtime).SendAsync(Poison("p1", "ada"));

        Assert.Null(await AdaAsync());
        Assert.Equal(0, (await _runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Customers);
    }

    [Fact]
    public async Task A_logged_line_that_can_no_longer_be_read_is_kept_with_its_reason_and_its_neighbours_are_counted()
    {
        const string Unreadable = """{"id":"u1","type":"visit"}""";
        await _runtime.StopAsync();
        using (var log = new LogStore(Path.Combine(_runtime.DataDirectory, "log.db")))
        {
            string[] lines = [Lines.Visit("i1", "ada", Lines.Noon), Unreadable, Lines.Visit("i2", "ada", Lines.Noon), Lines.Visit("i3", "bob", Lines.Noon)];
            Append(log, new InteractionsRow(
                Lines.Noon.ToUnixTimeMilliseconds(), Client.Workspace, false, [.. lines.Select(line => line.Length)], System.Text.Encoding.UTF8.GetBytes(string.Concat(lines))));
        }

        await _runtime.StartAsync();
        await new Client(_runtime).SendAsync(Poison("p1", "ada"), Lines.Visit("i4", "ada", Lines.Noon));
        await _runtime.SaveAsync();

        Assert.Equal(3, (await AdaAsync())!.Interactions);
        var (id, error) = Quarantined().First(row => row.Id == "u1");
        Assert.Equal("u1", id);
        Assert.Contains("customer", error, StringComparison.Ordinal);
        Assert.Equal(["p1", "u1"], Quarantined().Select(row => row.Id));
        Assert.Equal(2, (await _runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Customers);
    }

    [Fact]
    public async Task Building_a_partition_anew_folds_no_row_of_another_partition()
    {
        // Ada is due, and a step of a redefinition in the other partition stands in the log before her due row. Were it folded
        // here too, her silence would be learned from a redefinition and be no news.
        const string Customer = "ada";
        var partition = Partitioning.PartitionOf(Client.Workspace, Customer, 2);
        var dueMs = Lines.Noon.AddDays(250).AddMilliseconds(1).ToUnixTimeMilliseconds();
        await new Client(_runtime).SendAsync(Lines.Visit("i1", Customer, Lines.Noon));
        await _runtime.StopAsync();
        using (var log = new LogStore(Path.Combine(_runtime.DataDirectory, "log.db")))
        {
            log.ContinueAfter(100);
            Append(log, new SegmentRow(dueMs, Client.Workspace, """{"id":"s","name":"s","slot":0,"version":1,"rule":{"field":"interactions","op":"ge","value":1}}"""));
            Append(log, new RedefinitionRow(dueMs, 1 - partition, Client.Workspace, 0, 1, 0));
            Append(log, new DueRow(dueMs, partition, [new DueCustomer(Client.Workspace, Customer)]));
            var poison = System.Text.Encoding.UTF8.GetBytes(Poison("p1", Customer));
            Append(log, new InteractionsRow(dueMs, Client.Workspace, false, [poison.Length], poison));
        }

        _runtime.Clock.Advance(TimeSpan.FromDays(250) + TimeSpan.FromMinutes(1));
        await _runtime.StartAsync();

        Assert.Equal(1, (await _runtime.Queries.AlertsAsync(Client.Workspace, "open", 10, CancellationToken.None)).Total);
    }

    private static void Append(LogStore log, LogRow row)
    {
        var bytes = row.Encode(out var length);
        log.Append(row.ReceivedMs, bytes.AsSpan(0, length));
    }

    private static string Poison(string id, string customer) =>
        Lines.Of(id, customer, "survey_response", Lines.Noon, $"\"survey\":\"{PoisonedLookup.Survey}\",\"metric\":\"nps\",\"score\":9");

    private async Task MustCountAsync(List<string> lines)
    {
        var recount = new Recount(lines);
        var workspace = await _runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((recount.Interactions, recount.Customers.Count), (workspace.Interactions, workspace.Customers));
        Assert.Equal(recount.Revenue, workspace.Purchases.Total);
        foreach (var id in recount.Customers)
        {
            Assert.Equal(recount.InteractionsOf(id), (await _runtime.Queries.CustomerAsync(Client.Workspace, id, null, CancellationToken.None))!.Interactions);
        }
    }

    private async Task<CustomerView?> AdaAsync() => await _runtime.Queries.CustomerAsync(Client.Workspace, "ada", null, CancellationToken.None);

    private List<(string Id, string Error)> Quarantined()
    {
        using var state = new SqliteConnection($"Data Source={Path.Combine(_runtime.DataDirectory, "state.db")};Pooling=False");
        state.Open();
        using var select = state.CreateCommand();
        select.CommandText = "SELECT json_extract(CAST(line AS TEXT), '$.id'), error FROM quarantine WHERE workspace = 'acme' ORDER BY 1";
        using var rows = select.ExecuteReader();
        var quarantined = new List<(string, string)>();
        while (rows.Read())
        {
            quarantined.Add((rows.GetString(0), rows.GetString(1)));
        }

        return quarantined;
    }

    private sealed class PoisonedLookup(ISurveyLookup inner) : ISurveyLookup
    {
        public const string Survey = "poison";
        public const string Reason = "this survey cannot be looked up";

        public SurveyDefinition? Find(string workspace, string survey) =>
            survey == Survey ? throw new CxException(Reason) : inner.Find(workspace, survey);
    }
}
