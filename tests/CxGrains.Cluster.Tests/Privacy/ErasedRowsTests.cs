using System.Text;
using System.Text.Json;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Conformance;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Segments;
using CxGrains.Tests.Postgres;
using Npgsql;

namespace CxGrains.Cluster.Tests.Privacy;

/// <summary>After an erase no row of any table tells of it, wherever what was known of the customer lay before.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ErasedRowsTests(PostgresFixture postgres)
{
    private const int Customers = 60;
    private const int Rounds = 3;

    [PostgresFact]
    public async Task No_row_holds_id_email_or_comment()
    {
        await using var runtime = new ClusterRuntimeUnderTest(postgres, new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        await LiveAsync(runtime);
        await runtime.SaveAsync();
        Assert.NotEmpty(await FoundAsync(runtime, Markers));

        await EraseAsync(runtime);
        await runtime.SaveAsync();

        Assert.Empty(await FoundAsync(runtime, Markers));
        var others = Enumerable.Range(0, Customers).Where(i => !IsErased(i)).Select(TracedCustomers.IdOf).ToList();
        Assert.Equal(others.Count, (await FoundAsync(runtime, others)).Select(found => found.Marker).Distinct().Count());
    }

    [PostgresFact]
    public async Task A_crash_in_the_middle_changes_nothing_of_it()
    {
        await using var runtime = new ClusterRuntimeUnderTest(postgres, new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        await LiveAsync(runtime);
        await new Client(runtime).AppendAsync([.. Erases]);
        await runtime.CrashAsync();

        // What is sent again is accepted, and is to be found nowhere all the same.
        await runtime.StartAsync();
        await new Client(runtime).SendAsync(LinesOf(0, round: 0));
        await runtime.CrashAsync();
        await runtime.StartAsync();
        await runtime.SaveAsync();

        Assert.Empty(await FoundAsync(runtime, Markers));
    }

    [PostgresFact]
    public async Task What_a_worker_did_not_come_to_remove_the_next_one_removes()
    {
        await using var runtime = new ClusterRuntimeUnderTest(postgres, new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        await LiveAsync(runtime);
        await runtime.SaveAsync();
        await using var database = NpgsqlDataSource.Create(runtime.ConnectionString);
        await database.ExecuteAsync("""
            CREATE SEQUENCE hindered;
            CREATE FUNCTION hinder() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('hindered'); RAISE EXCEPTION 'not now'; END $$;
            CREATE TRIGGER hinder BEFORE DELETE ON cx_message FOR EACH STATEMENT EXECUTE FUNCTION hinder();
            """);
        await EraseAsync(runtime);
        var saving = runtime.SaveAsync();
        await database.UntilAnyAsync("SELECT count(*) FROM hindered WHERE is_called");
        await runtime.CrashAsync();
        await saving.ContinueWith(_ => { }, TaskScheduler.Default);
        await database.ExecuteAsync("DROP TRIGGER hinder ON cx_message");
        Assert.NotEmpty(await FoundAsync(runtime, Markers));

        await runtime.StartAsync();
        await runtime.SaveAsync();

        Assert.Empty(await FoundAsync(runtime, Markers));
    }

    private static IEnumerable<int> Erased => Enumerable.Range(0, Customers).Where(IsErased);

    private static List<string> Markers => [.. Erased.SelectMany(TracedCustomers.TracesOf)];

    private static IEnumerable<string> Erases => Erased.Select(TracedCustomers.EraseOf);

    private static Task EraseAsync(ClusterRuntimeUnderTest runtime) => new Client(runtime).SendAsync(Erases);

    // What was merged, answered, complained of and could not be read, over several commits.
    private static async Task LiveAsync(ClusterRuntimeUnderTest runtime)
    {
        await TracedCustomers.ListenAsync(runtime);
        var segment = SegmentRule.Parse(JsonElement.Parse("""{"field":"nps.score","op":"ge","value":0}"""));
        await runtime.Definitions.DefineSegmentAsync(Client.Workspace, "answered", "answered", segment, null, CancellationToken.None);
        for (var round = 0; round < Rounds; round++)
        {
            await new Client(runtime).SendAsync(Enumerable.Range(0, Customers).SelectMany(i => LinesOf(i, round)));
            await runtime.SaveAsync();
        }

        await runtime.Service<IPayloadQuarantine>().AddAsync(Client.Workspace, [TracedCustomers.PayloadOf(0)], CancellationToken.None);
        await runtime.Service<QuarantineStore>().AddAsync(1, [new QuarantineRow(Position.At(1, 0).Value, Client.Workspace, Encoding.UTF8.GetBytes(LinesOf(0, 0).First()), "")]);
        await runtime.Service<QuarantineStore>().AddAsync(1, [new QuarantineRow(Position.At(1, 1).Value, Client.Workspace, OwedEffect.Of(default, "", EraseEffect.Of([TracedCustomers.IdOf(0)])!).Bytes, "")]);
    }

    private static IEnumerable<string> LinesOf(int i, int round) => TracedCustomers.LinesOf(i, round).Append(TracedCustomers.ComplaintOf(i, round));

    private static bool IsErased(int i) => i % 10 == 0;

    private static async Task<List<(string Marker, string Table)>> FoundAsync(ClusterRuntimeUnderTest runtime, List<string> markers)
    {
        await using var database = NpgsqlDataSource.Create(runtime.ConnectionString);
        var found = new List<(string, string)>();
        foreach (var table in await TablesAsync(database))
        {
            var bytes = await ReadAsync(database, table);
            found.AddRange(markers.Where(marker => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)) >= 0).Select(marker => (marker, table)));
        }

        return found;
    }

    private static async Task<List<string>> TablesAsync(NpgsqlDataSource database)
    {
        await using var select = database.CreateCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
        await using var reader = await select.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static async Task<byte[]> ReadAsync(NpgsqlDataSource database, string table)
    {
#pragma warning disable CA2100 // The name comes from the database.
        await using var select = database.CreateCommand($"SELECT * FROM {table}");
#pragma warning restore CA2100
        await using var reader = await select.ExecuteReaderAsync();
        using var all = new MemoryStream();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                all.Write(reader.GetValue(column) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes($"{reader.GetValue(column)}"));
            }
        }

        return all.ToArray();
    }
}
