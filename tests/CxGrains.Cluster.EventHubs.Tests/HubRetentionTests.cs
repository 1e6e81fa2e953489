using CxGrains.Domain;

namespace CxGrains.Cluster.EventHubs.Tests;

public class HubRetentionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 500)]
    [InlineData(7, 0)]
    [InlineData(7, 7)]
    public void The_hub_has_what_comes_next_or_nothing_was_ever_read(long afterRow, long beginning) => HubRetention.ThrowIfDeleted(2, afterRow, beginning);

    [Fact]
    public void What_the_hub_deleted_before_it_was_folded_is_told_with_its_rows()
    {
        var error = Assert.Throws<CxException>(() => HubRetention.ThrowIfDeleted(2, afterRow: 7, beginningSequenceNumber: 10));

        Assert.Equal("Partition 2 of the hub begins with row 11, and rows 8 to 10 were never folded: the hub's retention has deleted them", error.Message);
    }
}
