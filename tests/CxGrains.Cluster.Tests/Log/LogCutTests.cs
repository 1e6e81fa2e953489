using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Log;

[Collection(PostgresCollection.Name)]
public class LogCutTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task Cutting_deletes_in_steps_what_lies_at_or_before_a_row_and_counts_its_interactions_once()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database, options: new() { CutRowsMax = 10 });
        await log.AppendAsync([.. Enumerable.Range(1, 30).SelectMany(i => new[] { LogRows.Append(0, "row", i), LogRows.Append(1, "row", 1) })]);

        await log.CutAsync(0, 25);
        await log.CutAsync(0, 25);

        Assert.Equal([26, 27, 28, 29, 30], (await log.ReadAllAsync(0)).Select(entry => entry.Row));
        Assert.Equal(30, (await log.ReadAllAsync(1)).Count);
        Assert.Equal(Enumerable.Range(1, 25).Sum(), await database.NumberAsync("SELECT committed FROM cx_partition WHERE partition = 0"));
        Assert.Equal(0, await database.NumberAsync("SELECT committed FROM cx_partition WHERE partition = 1"));
        Assert.Equal(Enumerable.Range(1, 30).Sum(), await database.NumberAsync("SELECT appended FROM cx_partition WHERE partition = 0"));
    }

    [PostgresFact]
    public async Task Numbers_go_on_where_they_were_after_everything_was_cut()
    {
        await using var database = await postgres.DatabaseAsync();
        await using (var log = LogRows.Open(database))
        {
            await log.AppendAsync([LogRows.Append(0, "a"), LogRows.Append(0, "b")]);
            await log.CutAsync(0, 2);
        }

        await using var again = LogRows.Open(database);
        Assert.Equal([3], await again.AppendAsync([LogRows.Append(0, "c")]));
    }
}
