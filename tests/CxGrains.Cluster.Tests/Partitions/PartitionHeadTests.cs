using CxGrains.Cluster.Partitions;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Partitions;

public class PartitionHeadTests
{
    // As it was written before there were effects: a clock, and a workspace with two alerts and five answers to a survey.
    private const string BeforeEffects = "0200F6757397010000010461636D65000201036E7073050000";

    [Fact]
    public void A_head_that_was_stored_before_there_were_effects_still_reads()
    {
        var head = PartitionHead.Of(new PartitionRow { CommittedRow = 7, Head = Convert.FromHexString(BeforeEffects) });

        Assert.Equal((7, 1_749_988_800_000), (head.Row, head.ClockMs));
        Assert.Equal((2, 5), (head.Workspaces["acme"].OpenAlerts, head.Workspaces["acme"].SurveyResponses["nps"]));
        Assert.Empty(head.EffectRows);
        Assert.True(head.TryTake(0, Position.At(1, 0)));
    }

    [Fact]
    public void Each_effect_of_a_partition_is_taken_once_also_by_what_was_stored()
    {
        var head = new PartitionHead();

        Assert.True(head.TryTake(2, Position.At(9, 1)));
        Assert.True(head.TryTake(3, Position.At(4, 0)));
        var stored = PartitionHead.Of(head.ToRow());

        foreach (var any in new[] { head, stored })
        {
            Assert.False(any.TryTake(2, Position.At(9, 1)));
            Assert.False(any.TryTake(2, Position.At(9, 0)));
            Assert.True(any.TryTake(2, Position.At(9, 2)));
            Assert.True(any.TryTake(3, Position.At(5, 0)));
        }
    }

    [Fact]
    public void Where_effects_were_appended_last_is_stored()
    {
        var head = new PartitionHead();
        head.NoteEffectRow(1, 70);
        head.NoteEffectRow(4, 8);
        head.NoteEffectRow(1, 60);

        Assert.Equal([new(1, 70), new(4, 8)], PartitionHead.Of(head.ToRow()).EffectRows);
    }
}
