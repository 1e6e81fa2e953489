using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Moving;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Domain;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CxGrains.Cluster.Tests.Moving;

public class ClusterMoveTests
{
    [Fact]
    public async Task A_cluster_whose_log_numbers_itself_is_refused_before_anything_is_asked()
    {
        var move = new ClusterMove(new OtherLog(), null!, null!, null!, null!, null!, null!);

        var error = await Assert.ThrowsAsync<ConflictException>(
            () => move.TakeAsync(new MoveSource("a1", 4, 70, 0), [], isLast: true, CancellationToken.None).AsTask());

        Assert.StartsWith("The cluster's log is not in its database", error.Message);
    }

    [Fact]
    public async Task A_directory_with_more_customers_than_there_may_be_is_refused_before_anything_is_asked()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        await using var log = LogRows.Open(nowhere);
        var move = new ClusterMove(log, null!, null!, null!, null!, null!, Options.Create(new ClusterRuntimeOptions { CustomersMax = 1_000 }));

        var error = await Assert.ThrowsAsync<InvalidFieldException>(
            () => move.TakeAsync(new MoveSource("a1", 4, 70, 1_001), [], isLast: false, CancellationToken.None).AsTask());

        Assert.Equal("customers: the directory has 1001, and the cluster takes 1000 (CustomersMax)", error.Message);
    }

    private sealed class OtherLog : IPartitionLog
    {
        public int PartitionsCount => 4;

        public string? Failure => null;

        public bool BeginsLate => true;

        public Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<string> IdentityAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
