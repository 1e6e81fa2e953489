using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Log;

[Collection(PostgresCollection.Name)]
public class LogOrderTests(PostgresFixture postgres)
{
    private const int WritersCount = 8;
    private const int BatchesCount = 100;
    private const int PartitionsCount = 2;

    // Four nodes with two writers each. Batches go to one partition or to both, in either order.
    [PostgresFact]
    public async Task A_tailing_reader_sees_every_row_once_in_order_while_eight_writers_append()
    {
        await using var database = await postgres.DatabaseAsync(PartitionsCount);
        var logs = Enumerable.Range(0, WritersCount / 2).Select(_ => LogRows.Open(database, PartitionsCount)).ToList();
        var writers = Enumerable.Range(0, WritersCount).Select(writer => Task.Run(() => WriteAsync(logs[writer / 2], writer))).ToList();
        var written = Task.WhenAll(writers);
        var readers = Enumerable.Range(0, PartitionsCount).Select(partition => Task.Run(() => TailAsync(logs[0], partition, written))).ToList();

        var told = (await written).SelectMany(rows => rows).ToLookup(row => row.Partition);
        var read = await Task.WhenAll(readers);

        for (var partition = 0; partition < PartitionsCount; partition++)
        {
            Assert.Equal(Enumerable.Range(1, read[partition].Count).Select(row => (long)row), read[partition].Select(entry => entry.Row));
            Assert.Equal(
                told[partition].OrderBy(row => row.Row).Select(row => (row.Row, row.Text)),
                read[partition].Select(entry => (entry.Row, LogRows.Text(entry))));
        }

        foreach (var log in logs)
        {
            await log.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task Rows_of_one_call_get_numbers_in_their_order_and_all_waiting_calls_share_a_transaction()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database);
        var appends = new List<Task<IReadOnlyList<long>>>();
        await using (var held = await HeldPartitions.HoldAsync(database))
        {
            appends.Add(log.AppendAsync([LogRows.Append(0, "a")]));
            await held.AwaitWriterAsync();
            appends.Add(log.AppendAsync([LogRows.Append(1, "b"), LogRows.Append(0, "c"), LogRows.Append(1, "d")]));
            appends.Add(log.AppendAsync([LogRows.Append(1, "e"), LogRows.Append(0, "f")]));
        }

        Assert.Equal([[1], [1, 2, 2], [3, 3]], await Task.WhenAll(appends));
        Assert.Equal(["a", "c", "f"], (await log.ReadAllAsync(0)).Select(LogRows.Text));
        Assert.Equal(["b", "d", "e"], (await log.ReadAllAsync(1)).Select(LogRows.Text));
        Assert.Equal(2, await database.NumberAsync("SELECT count(DISTINCT xmin::text) FROM cx_log"));
    }

    [PostgresFact]
    public async Task An_empty_call_appends_nothing()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database);

        Assert.Empty(await log.AppendAsync([]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => log.AppendAsync([LogRows.Append(4, "nowhere")]));
        Assert.Equal(0, await database.NumberAsync("SELECT count(*) FROM cx_log"));
    }

    private static async Task<IReadOnlyList<(int Partition, long Row, string Text)>> WriteAsync(PostgresLog log, int writer)
    {
        var random = new Random(writer);
        var told = new List<(int, long, string)>();
        for (var batch = 0; batch < BatchesCount; batch++)
        {
            LogAppend[] rows = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => LogRows.Append(random.Next(PartitionsCount), $"{writer}/{batch}/{i}"))];
            var numbers = await log.AppendAsync(rows);
            told.AddRange(rows.Zip(numbers, (row, number) => (row.Partition, number, ((Domain.Log.InteractionsRow)row.Row).Workspace)));
        }

        return told;
    }

    // Reads on until the writers are done and nothing more comes. What it has passed by it never sees.
    private static async Task<IReadOnlyList<LogEntry>> TailAsync(PostgresLog log, int partition, Task written)
    {
        var all = new List<LogEntry>();
        bool isLast;
        do
        {
            isLast = written.IsCompleted;
            var entries = await log.ReadAsync(partition, all.Count == 0 ? 0 : all[^1].Row, 1_000);
            all.AddRange(entries);
            isLast &= entries.Count == 0;
        }
        while (!isLast);

        return all;
    }
}
