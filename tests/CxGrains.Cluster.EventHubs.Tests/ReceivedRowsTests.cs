using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.EventHubs.Tests;

public class ReceivedRowsTests
{
    private readonly ReceivedRows _rows = new();

    [Fact]
    public void Rows_are_read_in_their_order_and_again_until_one_reads_on()
    {
        Receive(1, 2, 3);

        Assert.Equal([1, 2], Read(afterRow: 0, rowsMax: 2));
        Assert.Equal([1, 2, 3], Read(afterRow: 0));
        Assert.Equal([3], Read(afterRow: 2));
        Assert.Equal(1, _rows.Count);
        Assert.Equal([], Read(afterRow: 3));
        Assert.Equal(0, _rows.Count);
    }

    [Fact]
    public void A_row_that_is_received_again_changes_nothing()
    {
        Receive(1, 2, 1, 2, 3);

        Assert.Equal([1, 2, 3], Read(afterRow: 0));
    }

    [Fact]
    public void Rows_before_what_is_committed_are_passed_over()
    {
        Receive(5, 6, 7);

        Assert.Equal([7], Read(afterRow: 6));
    }

    [Fact]
    public void A_row_that_was_skipped_on_the_way_is_a_hole()
    {
        Receive(1, 2, 4);

        Assert.Null(Read(afterRow: 0));
        Assert.Null(Read(afterRow: 3));
    }

    [Fact]
    public void A_first_row_that_does_not_follow_is_a_hole()
    {
        Receive(8);

        Assert.Null(Read(afterRow: 6));
    }

    [Fact]
    public void A_run_that_begins_before_what_was_forgotten_finds_a_hole()
    {
        Receive(1, 2, 3);
        Read(afterRow: 2);

        Assert.Null(Read(afterRow: 1));

        Read(afterRow: 3);
        Assert.Null(Read(afterRow: 1));
    }

    [Fact]
    public void Nothing_received_is_no_hole() => Assert.Equal([], Read(afterRow: 17));

    [Fact]
    public void A_read_is_bounded_by_bytes_and_gives_one_row_in_any_case()
    {
        foreach (var row in new long[] { 1, 2, 3 })
        {
            _rows.Add(new HubRow(row, "", new LogEntry(row, new byte[100])));
        }

        Assert.Equal(300, _rows.Bytes);
        Assert.Equal([1, 2], Read(afterRow: 0, bytesMax: 200));
        Assert.Equal([2], Read(afterRow: 1, bytesMax: 50));
        Assert.Equal(200, _rows.Bytes);
    }

    private void Receive(params IEnumerable<long> rows)
    {
        foreach (var row in rows)
        {
            _rows.Add(new HubRow(row, $"{row * 100}", new LogEntry(row, [])));
        }
    }

    private IEnumerable<long>? Read(long afterRow, int rowsMax = 100, long bytesMax = long.MaxValue) => _rows.ReadBehind(afterRow, rowsMax, bytesMax)?.Select(row => row.Row);
}
