using CxGrains.Abstractions.Moving;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Embedded.Moving;
using CxGrains.Embedded.Storage;

namespace CxGrains.Conformance.Embedded;

public class EmbeddedArchiveTests
{
    [Fact]
    public async Task A_directory_that_was_stopped_in_good_order_is_read_whole()
    {
        await using var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Company.Lines(seed: 1, customers: 40, interactions: 500, until: Lines.Noon));

        // The last row concerns one partition only: the log keeps it, as the others have saved no position behind it.
        await new Client(runtime).SendAsync(Lines.Visit("last", "c1", Lines.Noon));
        await runtime.StopAsync();

        using var archive = EmbeddedArchive.Open(runtime.DataDirectory);
        var parts = archive.Read().ToList();

        Assert.Equal((3, 6, 40), (archive.Source.PartitionsCount, archive.Source.LastRow, archive.Source.CustomersCount));
        Assert.Equal(40, parts.OfType<MovedCustomer>().Select(part => part.Id).Distinct().Count());
        Assert.Equal([0, 1, 2], parts.TakeLast(3).Cast<MovedHead>().Select(head => head.Partition));
        Assert.All(parts, part => Assert.Equal(MoveJson.Write(part), MoveJson.Write(MoveJson.Read(MoveJson.Write(part)))));
    }

    [Fact]
    public async Task Only_the_same_state_has_the_same_fingerprint()
    {
        await using var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        await runtime.StopAsync();
        var first = SourceOf(runtime);
        Assert.Equal(first, SourceOf(runtime));

        await runtime.StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i2", "ada", Lines.Noon));
        await runtime.StopAsync();

        Assert.NotEqual(first.Id, SourceOf(runtime).Id);
    }

    [Fact]
    public async Task A_running_directory_is_refused()
    {
        await using var runtime = await StartAsync();

        var error = Assert.Throws<StorageException>(() => EmbeddedArchive.Open(runtime.DataDirectory));

        Assert.Contains("is in use by another process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_whose_log_holds_what_no_checkpoint_does_is_refused()
    {
        await using var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        await runtime.CrashAsync();

        var error = Assert.Throws<StorageException>(() => EmbeddedArchive.Open(runtime.DataDirectory));

        Assert.EndsWith("has rows that no checkpoint holds, the first is row 1: start the host on it once, and stop it", error.Message);
        await runtime.StartAsync();
        await runtime.StopAsync();
        Assert.Equal(1, SourceOf(runtime).CustomersCount);
    }

    [Fact]
    public void A_directory_of_something_else_is_refused_and_stays_as_it_is()
    {
        using var directory = new TemporaryDirectory();

        var error = Assert.Throws<StorageException>(() => EmbeddedArchive.Open(directory.Path));

        Assert.Equal($"'{directory.Path}' is no data directory", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    private static async Task<EmbeddedRuntimeUnderTest> StartAsync()
    {
        var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        return runtime;
    }

    private static MoveSource SourceOf(EmbeddedRuntimeUnderTest runtime)
    {
        using var archive = EmbeddedArchive.Open(runtime.DataDirectory);
        return archive.Source;
    }
}
