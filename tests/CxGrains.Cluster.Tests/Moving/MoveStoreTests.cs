using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Moving;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Domain;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Moving;

[Collection(PostgresCollection.Name)]
public class MoveStoreTests(PostgresFixture postgres)
{
    private static readonly MoveSource Source = new("a1", PartitionsCount: 4, LastRow: 70, CustomersCount: 0);

    [PostgresFact]
    public async Task Another_number_of_partitions_is_refused_with_both()
    {
        await using var database = await postgres.DatabaseAsync(partitionsCount: 8);

        var error = await Assert.ThrowsAsync<InvalidFieldException>(() => new MoveStore(database).BeginAsync(Source, CancellationToken.None));

        Assert.Equal(
            "the directory has 4 partitions and the cluster has 8, and their number cannot change: start the cluster on an empty database with Cluster:PartitionsCount 4",
            error.Problem);
    }

    [PostgresFact]
    public async Task A_cluster_with_interactions_of_its_own_is_refused()
    {
        await using var database = await postgres.DatabaseAsync();
        await database.ExecuteAsync("UPDATE cx_partition SET last_row = 7 WHERE partition = 2");

        var error = await Assert.ThrowsAsync<ConflictException>(() => new MoveStore(database).BeginAsync(Source, CancellationToken.None));

        Assert.StartsWith("The cluster has interactions or segments of its own (partition 2 is at row 7)", error.Message);
    }

    [PostgresFact]
    public async Task Another_directory_is_refused_once_one_has_begun()
    {
        await using var database = await postgres.DatabaseAsync();
        var moves = new MoveStore(database);
        await moves.BeginAsync(Source, CancellationToken.None);
        await MustRefuseAsync(moves, Source with { Id = "b2" });

        await moves.SealAsync(Source, CancellationToken.None);
        await MustRefuseAsync(moves, Source with { Id = "b2" });
    }

    [PostgresFact]
    public async Task A_move_that_lacks_customers_is_not_sealed()
    {
        await using var database = await postgres.DatabaseAsync();
        var moves = new MoveStore(database);
        var source = Source with { CustomersCount = 3 };
        await moves.BeginAsync(source, CancellationToken.None);

        var error = await Assert.ThrowsAsync<ConflictException>(() => moves.SealAsync(source, CancellationToken.None));

        Assert.StartsWith("0 of 3 customers have arrived", error.Message);
        Assert.Equal(MoveState.Open, await moves.BeginAsync(source, CancellationToken.None));
    }

    [PostgresFact]
    public async Task Nothing_is_appended_during_a_move_and_the_logs_go_on_behind_the_directorys()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = LogRows.Open(database);
        var moves = new MoveStore(database);
        await moves.BeginAsync(Source, CancellationToken.None);
        await Assert.ThrowsAsync<BusyException>(() => log.AppendAsync([LogRows.Append(1, "own")]));

        await moves.SealAsync(Source, CancellationToken.None);
        Assert.Equal([71], await log.AppendAsync([LogRows.Append(1, "own")]));

        await moves.SealAsync(Source, CancellationToken.None);
        Assert.Equal([72], await log.AppendAsync([LogRows.Append(1, "own")]));
    }

    private static async Task MustRefuseAsync(MoveStore moves, MoveSource other)
    {
        var error = await Assert.ThrowsAsync<ConflictException>(() => moves.BeginAsync(other, CancellationToken.None));
        Assert.StartsWith("The cluster holds parts of another directory", error.Message);
    }
}
