using CxGrains.Domain.Interactions;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Partitions;
using FsCheck.Fluent;

namespace CxGrains.Embedded.Tests.Partitions;

public class PartitioningTests
{
    // A customer that moved to another partition would leave its state behind: these may never change.
    [Theory]
    [InlineData("acme", "ada", 4, 3)]
    [InlineData("acme", "bob", 4, 2)]
    [InlineData("acme", "c1", 4, 1)]
    [InlineData("acme", "c2", 4, 2)]
    [InlineData("globex", "ada", 4, 0)]
    [InlineData("acme", "боб", 4, 2)]
    [InlineData("acme", "ada", 64, 47)]
    [InlineData("acme", "ada", 7, 5)]
    [InlineData("acme", "ada", 1, 0)]
    public void A_customer_never_changes_its_partition(string workspace, string customer, int partitions, int expected) =>
        Assert.Equal(expected, Partitioning.PartitionOf(workspace, customer, partitions));

    [Fact]
    public void A_row_is_split_by_customer_with_its_lines_in_order() => Law.Holds(
        from partitions in Gen.Choose(1, 64)
        from customers in Gen.Choose(0, 50).ListOf()
        select (partitions, customers),
        given =>
        {
            var interactions = given.customers.Select(customer => new Interaction { Customer = $"c{customer}", Type = "visit" }).ToArray();
            var slices = Partitioning.Split("acme", interactions, given.partitions);
            Assert.Equal(given.partitions, slices.Length);
            for (var partition = 0; partition < slices.Length; partition++)
            {
                var expected = Enumerable.Range(0, interactions.Length)
                    .Where(line => Partitioning.PartitionOf("acme", interactions[line].Customer, given.partitions) == partition);
                Assert.Equal(expected, slices[partition]);
            }

            return true;
        });

    [Fact]
    public void Sequential_ids_spread_over_all_partitions()
    {
        var counts = Enumerable.Range(0, 10_000).CountBy(i => Partitioning.PartitionOf("acme", $"customer-{i}", 16)).ToDictionary();

        Assert.Equal(16, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 500, 750));
    }
}
