using System.Text;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Domain.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Embedded.Tests.Privacy;

/// <summary>After an erase no file of the data directory holds a byte of it, wherever what was known of the customer lay before.</summary>
public sealed class ErasedBytesTests
{
    private const int Customers = 1_500;
    private const int Rounds = 6;

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    public async Task No_file_holds_id_email_or_comment(int retentionHours)
    {
        await using var runtime = new EmbeddedRuntimeUnderTest(
            new RuntimeSize(), new ManualTimeProvider(Lines.Noon), services => services.Configure<EmbeddedOptions>(options => options.LogRetentionHours = retentionHours));
        await runtime.StartAsync();
        await LiveAsync(runtime);
        var markers = Erased.SelectMany(TracedCustomers.TracesOf).ToList();
        await runtime.SaveAsync();
        await runtime.StopAsync();
        Quarantine(runtime);
        Assert.NotEmpty(FoundIn(runtime.DataDirectory, markers));

        await runtime.StartAsync();
        await new Client(runtime).SendAsync(Erased.Select(TracedCustomers.EraseOf));
        await runtime.SaveAsync();
        await runtime.StopAsync();

        Assert.Empty(FoundIn(runtime.DataDirectory, markers));
        var others = Enumerable.Range(0, Customers).Where(i => !IsErased(i) && i % 50 == 1).Select(TracedCustomers.IdOf).ToList();
        Assert.Equal(others.Count, FoundIn(runtime.DataDirectory, others).Count);
    }

    [Fact]
    public async Task A_crash_in_the_middle_changes_nothing_of_it()
    {
        await using var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        await LiveAsync(runtime);
        await new Client(runtime).AppendAsync([.. Erased.Select(TracedCustomers.EraseOf)]);
        await runtime.CrashAsync();

        // What is sent again is accepted, and is to be found nowhere all the same.
        await runtime.StartAsync();
        await new Client(runtime).SendAsync(LinesOf(0, round: 0));
        await runtime.SaveAsync();
        await runtime.StopAsync();

        Assert.Empty(FoundIn(runtime.DataDirectory, [.. Erased.SelectMany(TracedCustomers.TracesOf)]));
    }

    // Rounds of growth with checkpoints between them, so that pages of the files split, move and are freed.
    private static async Task LiveAsync(EmbeddedRuntimeUnderTest runtime)
    {
        await TracedCustomers.ListenAsync(runtime);
        for (var round = 0; round < Rounds; round++)
        {
            await new Client(runtime).SendAsync(Enumerable.Range(0, Customers).SelectMany(i => LinesOf(i, round)));
            await runtime.SaveAsync();
        }

        await runtime.Service<IPayloadQuarantine>().AddAsync(Client.Workspace, [TracedCustomers.PayloadOf(0)], CancellationToken.None);
    }

    // A few complaints only: what waits to be sent is bounded.
    private static IEnumerable<string> LinesOf(int i, int round) =>
        i % 100 == 0 ? [.. TracedCustomers.LinesOf(i, round), TracedCustomers.ComplaintOf(i, round)] : TracedCustomers.LinesOf(i, round);

    // As the partitions leave them there: an interaction and an effect that could not be folded.
    private static void Quarantine(EmbeddedRuntimeUnderTest runtime)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(runtime.DataDirectory, "state.db")};Pooling=False");
        connection.Open();
        byte[][] lines = [Encoding.UTF8.GetBytes(TracedCustomers.LinesOf(0, 0).First()), OwedEffect.Of(default, "", EraseEffect.Of([TracedCustomers.IdOf(0)])!).Bytes];
        foreach (var (index, line) in lines.Index())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO quarantine (partition, position, workspace, line, error) VALUES (0, $position, $workspace, $line, '')";
            insert.Parameters.AddWithValue("$position", Position.At(1, index).Value);
            insert.Parameters.AddWithValue("$workspace", Client.Workspace);
            insert.Parameters.AddWithValue("$line", line);
            insert.ExecuteNonQuery();
        }
    }

    private static IEnumerable<int> Erased => Enumerable.Range(0, Customers).Where(IsErased);

    private static bool IsErased(int i) => i % 30 == 0;

    private static List<string> FoundIn(string directory, List<string> markers)
    {
        var files = Directory.GetFiles(directory).Select(File.ReadAllBytes).ToList();
        return markers.FindAll(marker => files.Exists(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)) >= 0));
    }
}
