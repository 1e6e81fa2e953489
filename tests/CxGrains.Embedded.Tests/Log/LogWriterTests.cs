using CxGrains.Abstractions.Ingest;
using CxGrains.Conformance.Runtimes;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxGrains.Embedded.Tests.Log;

public sealed class LogWriterTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly LogStore _store;
    private readonly LogWriter _writer;

    public LogWriterTests()
    {
        _store = new LogStore(LogPath);
        _writer = new LogWriter(_store, NullLogger.Instance);
    }

    private string LogPath => Path.Combine(_directory.Path, "log.db");

    public void Dispose()
    {
        _writer.Dispose();
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task What_waits_together_is_committed_together_and_handed_on_in_order()
    {
        var onDisk = new List<int>();
        var handedOn = new List<long>();
        var goOn = await HoldAsync();
        var waiting = Enumerable.Range(0, 50).Select(_ => Enqueue(number =>
        {
            handedOn.Add(number);
            onDisk.Add(RowsOnDisk());
        })).ToList();

        goOn();
        var numbers = await Task.WhenAll(waiting.Select(request => request.Done));

        Assert.Equal(Enumerable.Range(2, 50).Select(number => (long)number), numbers);
        Assert.Equal(numbers, handedOn);
        Assert.All(onDisk, rows => Assert.Equal(51, rows));
    }

    [Fact]
    public async Task A_row_is_on_the_disk_before_it_is_handed_on()
    {
        var seen = new TaskCompletionSource<int>();

        await Enqueue(_ => seen.SetResult(RowsOnDisk())).Done;

        Assert.Equal(1, await seen.Task);
    }

    [Fact]
    public async Task Where_a_transaction_fails_nobody_is_told_yes_and_no_number_is_lost()
    {
        var goOn = await HoldAsync();
        var neighbour = Enqueue(_ => Assert.Fail("It was not written."));
        var failing = new LogRequest { Change = _ => throw new InvalidOperationException("no") };
        _writer.Enqueue(failing);

        goOn();
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing.Done);
        await Assert.ThrowsAsync<InvalidOperationException>(() => neighbour.Done);
        Assert.Equal("no", _writer.Failure);

        Assert.Equal(2, await Enqueue(_ => { }).Done);
        Assert.Null(_writer.Failure);
    }

    [Fact]
    public async Task A_full_disk_is_told_as_such_and_writing_goes_on_when_there_is_room()
    {
        await Enqueue(_ => { }).Done;
        _store.Database.Execute("PRAGMA max_page_count=1");
        var large = new SegmentRow(1, "w", new string('x', 100_000));

        var refused = await Assert.ThrowsAsync<StorageException>(() => _writer.Enqueue(large, _ => Assert.Fail("It was not written.")).Done);

        Assert.Contains("log cannot be written", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("INSERT", refused.Message, StringComparison.Ordinal);
        Assert.Contains("full", _writer.Failure, StringComparison.Ordinal);
        _store.Database.Execute("PRAGMA max_page_count=1000000");
        Assert.Equal(2, await _writer.Enqueue(large, _ => { }).Done);
        Assert.Null(_writer.Failure);
    }

    [Fact]
    public async Task A_full_queue_refuses()
    {
        var goOn = await HoldAsync();
        for (var i = 0; i < LogWriter.WaitingRequestsMax; i++)
        {
            _writer.Enqueue(new LogRequest());
        }

        Assert.Throws<BusyException>(() => Enqueue(_ => { }));
        goOn();
    }

    [Fact]
    public async Task Rows_are_cut_along_with_what_is_written()
    {
        for (var i = 0; i < 5; i++)
        {
            await Enqueue(_ => { }).Done;
        }

        _writer.CutUpTo(3, long.MaxValue);
        await Enqueue(_ => { }).Done;

        using var log = new LogStore(LogPath);
        Assert.Equal([4, 5, 6], log.ReadBetween(0, 99).Select(row => row.Row));
    }

    // Holds the writer in the hand-over of a first row, so that what comes now waits together.
    private async Task<Action> HoldAsync()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new ManualResetEventSlim();
        Enqueue(_ =>
        {
            held.SetResult();
            goOn.Wait();
        });
        await held.Task;
        return goOn.Set;
    }

    private LogRequest Enqueue(Action<long> committed) => _writer.Enqueue(new SegmentRow(1, "w", "{}"), committed);

    private int RowsOnDisk()
    {
        using var log = new LogStore(LogPath);
        return log.ReadBetween(0, long.MaxValue).Count();
    }
}
