using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;
using Npgsql;

namespace CxGrains.Cluster.Tests.Log;

[Collection(PostgresCollection.Name)]
public class LogFailureTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task A_failing_row_leaves_nothing_of_its_batch_nor_a_hole_and_the_writer_goes_on()
    {
        await using var database = await postgres.DatabaseAsync();
        await database.ExecuteAsync("ALTER TABLE cx_log ADD CHECK (octet_length(body) < 5000)");
        await using var log = LogRows.Open(database);
        await log.AppendAsync([LogRows.Append(0, "a"), LogRows.Append(1, "a")]);

        await Assert.ThrowsAsync<PostgresException>(() => log.AppendAsync([LogRows.Append(0, "b"), LogRows.Append(1, "b"), LogRows.Append(1, "b", bytes: 5_000)]));

        Assert.Contains("cx_log", log.Failure, StringComparison.Ordinal);
        Assert.Equal([2, 2], await log.AppendAsync([LogRows.Append(0, "c"), LogRows.Append(1, "c")]));
        Assert.Null(log.Failure);
        Assert.Equal(["a", "c"], (await log.ReadAllAsync(0)).Select(LogRows.Text));
        Assert.Equal(["a", "c"], (await log.ReadAllAsync(1)).Select(LogRows.Text));
        Assert.Equal(4, await database.NumberAsync("SELECT sum(appended) FROM cx_partition"));
    }

    [PostgresFact]
    public async Task Callers_fail_while_the_server_is_down_and_after_it_is_back_nothing_acknowledged_is_missing()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());
        await ClusterSchema.ApplyAsync(database, 2);
        await using var log = LogRows.Open(database, 2);
        Assert.Equal([1, 1], await log.AppendAsync([LogRows.Append(0, "before"), LogRows.Append(1, "before")]));
        await server.StopAsync(immediate: true);

        var failing = Enumerable.Range(0, 3).Select(_ => log.AppendAsync([LogRows.Append(0, "during")])).ToList();
        foreach (var append in failing)
        {
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => append);
        }

        await server.StartAgainAsync();
        Assert.Equal([2], await log.AppendAsync([LogRows.Append(0, "after")]));
        Assert.Equal(["before", "after"], (await log.ReadAllAsync(0)).Select(LogRows.Text));
        Assert.Equal(["before"], (await log.ReadAllAsync(1)).Select(LogRows.Text));
    }

    [PostgresFact]
    public async Task What_waits_is_written_before_the_log_ends_and_later_calls_are_refused()
    {
        await using var database = await postgres.DatabaseAsync();
        var log = LogRows.Open(database);
        var append = log.AppendAsync([LogRows.Append(0, "last")]);

        await log.DisposeAsync();

        Assert.Equal([1], await append);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.AppendAsync([LogRows.Append(0, "too late")]));
    }

    [PostgresFact]
    public async Task A_caller_may_stop_waiting()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database);
        using var cancellation = new CancellationTokenSource();
        await using (var held = await HeldPartitions.HoldAsync(database))
        {
            var append = log.AppendAsync([LogRows.Append(0, "row")], cancellation.Token);
            await held.AwaitWriterAsync();
            await cancellation.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);
        }

        Assert.Equal([2], await log.AppendAsync([LogRows.Append(0, "next")]));
    }
}
