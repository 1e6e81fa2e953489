using CxGrains.Cluster.Storage;
using CxGrains.Domain.Interactions;

namespace CxGrains.Cluster.Tests.Log;

public class HandOverTests
{
    private const int InteractionsMax = 10;
    private const int BytesMax = 100;

    [Fact]
    public void What_was_offered_before_anybody_asked_is_not_kept()
    {
        var handOver = new HandOver(InteractionsMax, BytesMax);
        Offer(handOver, 1);

        Assert.Empty(handOver.Take(0, InteractionsMax));
        Offer(handOver, 1);
        Assert.Equal([1], Rows(handOver.Take(0, InteractionsMax)));
    }

    [Fact]
    public void Rows_are_given_once_and_only_behind_the_row_they_follow()
    {
        var handOver = Asked();
        Offer(handOver, 4);
        Offer(handOver, 5);

        Assert.Empty(handOver.Take(2, InteractionsMax));
        Assert.Equal([5], Rows(handOver.Take(4, InteractionsMax)));
        Assert.Empty(handOver.Take(4, InteractionsMax));
    }

    [Fact]
    public void A_row_that_another_silo_appended_between_ends_what_is_handed_over()
    {
        var handOver = Asked();
        Offer(handOver, 1);
        Offer(handOver, 3);

        Assert.Equal([1], Rows(handOver.Take(0, InteractionsMax)));
        Assert.Empty(handOver.Take(1, InteractionsMax));
        Offer(handOver, 4);
        Assert.Equal([4], Rows(handOver.Take(3, InteractionsMax)));
    }

    [Fact]
    public void What_passes_the_interactions_or_the_bytes_is_left_to_the_database()
    {
        var handOver = Asked();
        Offer(handOver, 1, interactions: InteractionsMax);
        Offer(handOver, 2);
        Assert.Equal([1], Rows(handOver.Take(0, InteractionsMax)));

        Offer(handOver, 3, bytes: BytesMax);
        Offer(handOver, 4);
        Assert.Equal([3], Rows(handOver.Take(2, InteractionsMax)));
    }

    [Fact]
    public void As_many_interactions_are_given_as_were_asked_for_and_one_row_at_least()
    {
        var handOver = Asked();
        Offer(handOver, 1, interactions: 4);
        Offer(handOver, 2, interactions: 2);
        Offer(handOver, 3, interactions: 2);

        Assert.Equal([1], Rows(handOver.Take(0, 3)));
        Assert.Equal([2], Rows(handOver.Take(1, 3)));
    }

    private static HandOver Asked()
    {
        var handOver = new HandOver(InteractionsMax, BytesMax);
        handOver.Take(0, InteractionsMax);
        return handOver;
    }

    private static void Offer(HandOver handOver, long row, int interactions = 1, int bytes = 1) =>
        handOver.Offer(row, new byte[bytes], new Interaction[interactions]);

    private static IEnumerable<long> Rows(IReadOnlyList<LogEntry> entries) => entries.Select(entry => entry.Row);
}
