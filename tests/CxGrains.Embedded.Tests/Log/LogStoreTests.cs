using CxGrains.Conformance.Runtimes;
using CxGrains.Embedded.Log;

namespace CxGrains.Embedded.Tests.Log;

public sealed class LogStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Rows_are_numbered_from_1_and_read_back_in_order()
    {
        using var log = Open();
        Assert.Equal([1, 2, 3], Append(log, 10, 20, 30));

        Assert.Equal([(2, 20), (3, 30)], Read(log, after: 1, upTo: 3));
        Assert.Equal([(2, 20)], Read(log, after: 1, upTo: 2));
    }

    [Fact]
    public void Numbers_go_on_when_the_file_is_opened_again()
    {
        using (var log = Open())
        {
            Append(log, 10, 20);
        }

        using var again = Open();
        Assert.Equal([3], Append(again, 30));
    }

    [Fact]
    public void Numbers_go_on_behind_rows_that_were_all_cut()
    {
        using var log = Open();
        Append(log, 10, 20);
        log.Database.InTransaction(() => log.Cut(2, long.MaxValue, 10));
        using var again = Open();

        again.ContinueAfter(2);

        Assert.Equal([3], Append(again, 30));
        again.ContinueAfter(1);
        Assert.Equal([4], Append(again, 40));
    }

    [Fact]
    public void Only_rows_that_are_behind_and_old_enough_are_cut_and_no_more_than_asked_for()
    {
        using var log = Open();
        Append(log, 10, 20, 30, 40, 50);

        log.Database.InTransaction(() => log.Cut(4, 30, 2));
        Assert.Equal([3, 4, 5], Read(log, 0, 99).Select(row => row.Row));

        log.Database.InTransaction(() => log.Cut(4, 30, 2));
        Assert.Equal([4, 5], Read(log, 0, 99).Select(row => row.Row));
    }

    private LogStore Open() => new(Path.Combine(_directory.Path, "log.db"));

    private static long[] Append(LogStore log, params byte[] receivedMs)
    {
        long[] numbers = [];
        log.Database.InTransaction(() => numbers = [.. receivedMs.Select(ms => log.Append(ms, [ms]))]);
        return numbers;
    }

    private static (long Row, byte Body)[] Read(LogStore log, long after, long upTo) => [.. log.ReadBetween(after, upTo).Select(row => (row.Row, row.Body.Single()))];
}
