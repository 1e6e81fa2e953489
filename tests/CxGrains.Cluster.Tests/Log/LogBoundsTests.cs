using CxGrains.Abstractions.Ingest;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Log;

[Collection(PostgresCollection.Name)]
public class LogBoundsTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task Requests_past_the_bound_are_told_to_wait_and_those_within_are_written() =>
        await AssertThirdWaitsAsync(new() { WaitingRequestsMax = 2 }, "The log would have more than 2 requests waiting, which is its limit; try again in 1 s");

    [PostgresFact]
    public async Task Interactions_past_the_bound_are_told_to_wait_and_those_within_are_written() =>
        await AssertThirdWaitsAsync(new() { WaitingInteractionsMax = 20 }, "The log would have more than 20 interactions waiting, which is its limit; try again in 1 s");

    [PostgresFact]
    public async Task Bytes_past_the_bound_are_told_to_wait_and_those_within_are_written() =>
        await AssertThirdWaitsAsync(new() { WaitingBytesMax = 2_500 }, "The log would have more than 2500 bytes waiting, which is its limit; try again in 1 s");

    [PostgresFact]
    public async Task A_transaction_takes_requests_up_to_its_bytes_and_a_larger_one_alone()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database, options: new() { TransactionBytesMax = 2_500 });
        var appends = new List<Task<IReadOnlyList<long>>>();
        await using (var held = await HeldPartitions.HoldAsync(database))
        {
            appends.Add(log.AppendAsync([LogRows.Append(0, "first")]));
            await held.AwaitWriterAsync();
            foreach (var bytes in new[] { 1_000, 1_000, 1_000, 10_000, 1_000 })
            {
                appends.Add(log.AppendAsync([LogRows.Append(0, "row", bytes: bytes)]));
            }
        }

        await Task.WhenAll(appends);

        // The first; two of a thousand bytes; the third, beside which the large one does not fit; the large one; the last.
        await using var command = database.CreateCommand("SELECT array_agg(rows ORDER BY first) FROM (SELECT min(\"row\") AS first, count(*)::int AS rows FROM cx_log GROUP BY xmin::text) AS t");
        var rowsCounts = (int[])(await command.ExecuteScalarAsync())!;
        Assert.Equal([1, 2, 1, 1, 1], rowsCounts);
    }

    [PostgresFact]
    public async Task A_partition_too_far_behind_refuses_what_concerns_it_and_lets_the_rest_through()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database, options: new() { BacklogInteractionsMax = 1_000 });
        await log.AppendAsync([LogRows.Append(0, "a", 900)]);
        Task<IReadOnlyList<long>> tooMany, both, fits, over, own, elsewhere;
        await using (var held = await HeldPartitions.HoldAsync(database))
        {
            // The writer waits with this one; the others are its next transaction.
            tooMany = log.AppendAsync([LogRows.Append(0, "b", 50), LogRows.Append(0, "b", 51)]);
            await held.AwaitWriterAsync();
            both = log.AppendAsync([LogRows.Append(1, "c", 1), LogRows.Append(0, "c", 101)]);
            fits = log.AppendAsync([LogRows.Append(0, "d", 100)]);
            over = log.AppendAsync([LogRows.Append(0, "over", 1)]);
            own = log.AppendAsync([LogRows.Append(0, "e", 0)]);
            elsewhere = log.AppendAsync([LogRows.Append(1, "f", 1_000)]);
        }

        var error = await Assert.ThrowsAsync<BusyException>(() => tooMany);
        Assert.Equal("Partition 0 would be more than 1000 interactions behind, which is its limit; try again in 5 s", error.Message);
        await Assert.ThrowsAsync<BusyException>(() => both);
        await Assert.ThrowsAsync<BusyException>(() => over);
        Assert.Equal([[2], [3], [1]], await Task.WhenAll(fits, own, elsewhere));
        Assert.Equal(["a", "d", "e"], (await log.ReadAllAsync(0)).Select(LogRows.Text));
        Assert.Equal(["f"], (await log.ReadAllAsync(1)).Select(LogRows.Text));

        await Assert.ThrowsAsync<BusyException>(() => log.AppendAsync([LogRows.Append(0, "g")]));
        await log.CutAsync(0, 1);
        Assert.Equal([4], await log.AppendAsync([LogRows.Append(0, "g", 900)]));
        await Assert.ThrowsAsync<BusyException>(() => log.AppendAsync([LogRows.Append(0, "h")]));
    }

    [PostgresFact]
    public async Task Rows_without_interactions_pass_however_far_behind_a_partition_is()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database);
        await log.AppendAsync([LogRows.Append(0, "a", 1_000)]);
        await using var stricter = LogRows.Open(database, options: new() { BacklogInteractionsMax = 10 });

        Assert.Equal([2], await stricter.AppendAsync([LogRows.Append(0, "own", 0)]));
    }

    [PostgresFact]
    public async Task A_read_stays_within_its_bounds_and_gives_at_least_one_row()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database, options: new() { ReadRowsMax = 4, ReadBytesMax = 5_000 });
        await log.AppendAsync([.. new[] { 10, 10, 10, 500, 10, 0, 0, 0, 0, 0 }.Select(count => LogRows.Append(0, "row", count, bytes: 10))]);
        await log.AppendAsync([.. new[] { 2_000, 2_000, 2_000, 9_000, 100 }.Select(bytes => LogRows.Append(1, "row", 1, bytes))]);

        Assert.Equal([1, 2], await RowsAsync(0, afterRow: 0, interactionsMax: 29));
        Assert.Equal([1, 2, 3], await RowsAsync(0, afterRow: 0, interactionsMax: 30));
        Assert.Equal([4], await RowsAsync(0, afterRow: 3, interactionsMax: 30));
        Assert.Equal([5, 6, 7, 8], await RowsAsync(0, afterRow: 4, interactionsMax: 30));
        Assert.Empty(await RowsAsync(0, afterRow: 10, interactionsMax: 30));
        Assert.Equal([1, 2], await RowsAsync(1, afterRow: 0, interactionsMax: 30));
        Assert.Equal([3], await RowsAsync(1, afterRow: 2, interactionsMax: 30));
        Assert.Equal([4], await RowsAsync(1, afterRow: 3, interactionsMax: 30));

        async Task<IEnumerable<long>> RowsAsync(int partition, long afterRow, int interactionsMax) =>
            (await log.ReadAsync(partition, afterRow, interactionsMax)).Select(entry => entry.Row);
    }

    // Each request has 10 interactions and some 1,000 bytes; two of them may wait, whatever is counted.
    private async Task AssertThirdWaitsAsync(PostgresLogOptions options, string message)
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database, options: options);
        var appends = new List<Task<IReadOnlyList<long>>>();
        await using (var held = await HeldPartitions.HoldAsync(database))
        {
            appends.Add(AppendAsync());
            await held.AwaitWriterAsync();
            appends.Add(AppendAsync());
            appends.Add(AppendAsync());

            Assert.Equal(message, (await Assert.ThrowsAsync<BusyException>(AppendAsync)).Message);
        }

        Assert.Equal([[1], [2], [3]], await Task.WhenAll(appends));
        Assert.Equal([4], await AppendAsync());

        Task<IReadOnlyList<long>> AppendAsync() => log.AppendAsync([LogRows.Append(0, "row", 10, bytes: 1_000)]);
    }
}
