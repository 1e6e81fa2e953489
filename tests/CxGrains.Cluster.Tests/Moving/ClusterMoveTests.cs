using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Moving;
using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Tests.Moving;

public class ClusterMoveTests
{
    [Fact]
    public async Task A_cluster_whose_log_numbers_itself_is_refused_before_anything_is_asked()
    {
        var move = new ClusterMove(new OtherLog(), null!, null!, null!, null!, null!);

        var error = await Assert.ThrowsAsync<ConflictException>(
            () => move.TakeAsync(new MoveSource("a1", 4, 70, 0), [], isLast: true, CancellationToken.None).AsTask());

        Assert.StartsWith("The cluster's log is not in its database", error.Message);
    }

    private sealed class OtherLog : IPartitionLog
    {
        public int PartitionsCount => 4;

        public string? Failure => null;

        public bool BeginsLate => true;

        public Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
