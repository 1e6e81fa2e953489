using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Privacy;
using CxGrains.Domain;
using CxGrains.Domain.Privacy;

namespace CxGrains.Cluster.Tests.Partitions;

public class PartitionHeadTests
{
    private const long NoonMs = 1_749_988_800_000;

    // As it was written before there were effects: a clock, and a workspace with two alerts and five answers to a survey.
    private const string BeforeEffects = "0200F6757397010000010461636D65000201036E7073050000";

    // As it was written before customers could be erased: with a segment whose re-evaluation is over, and the customer it ended with.
    private const string BeforeErasure =
        "0300F6757397010000010461636D6501005E7B226964223A2273222C226E616D65223A2273222C22736C6F74223A302C2276657273696F6E223A312C2272"
        + "756C65223A7B226669656C64223A22696E746572616374696F6E73222C226F70223A226765222C2276616C7565223A337D7D00036164610505020201036E"
        + "707305000000000000";

    [Fact]
    public void A_head_that_was_stored_before_customers_could_be_erased_still_reads()
    {
        var head = PartitionHead.Of(new PartitionRow { CommittedRow = 7, Head = Convert.FromHexString(BeforeErasure) });

        var segment = head.Workspaces["acme"].Segments[0];
        Assert.Equal(("s", 5, 5, 2, ""), (segment.Definition.Id, segment.Done, segment.Target, segment.Members, segment.Cursor));
        Assert.Equal((2, 5), (head.Workspaces["acme"].OpenAlerts, head.Workspaces["acme"].SurveyResponses["nps"]));
        Assert.False(head.IsErased("acme", "ada"));
        Assert.False(head.HasErasedLeft);
    }

    [Fact]
    public void Who_was_erased_is_stored_and_named_only_until_nothing_is_left()
    {
        var head = new PartitionHead();
        head.AdvanceClock(NoonMs);
        head.WorkspaceOf("acme").Erase("ada", NoonMs, new byte[Tombstones.SaltBytes]);
        head.WorkspaceOf("acme").Erased.Leave(new ErasedId("ada", Position.At(3, 1)));
        head.WorkspaceOf("acme").Erased.Leave(new ErasedId("bob", Position.At(4, 0)));

        var stored = PartitionHead.Of(head.ToRow());
        Assert.True(stored.IsErased("acme", "ada"));
        Assert.False(stored.IsErased("acme", "bob"));
        Assert.False(stored.IsErased("globex", "ada"));
        Assert.Equal(["ada", "bob"], stored.Workspaces["acme"].Erased.Left.Select(erased => erased.Id));

        stored.ForgetErased(3);
        Assert.Equal(["bob"], stored.Workspaces["acme"].Erased.Left.Select(erased => erased.Id));
        stored.ForgetErased(4);
        Assert.False(stored.HasErasedLeft);
        Assert.True(PartitionHead.Of(stored.ToRow()).IsErased("acme", "ada"));

        stored.AdvanceClock(NoonMs + (31 * 86_400_000L));
        Assert.False(stored.IsErased("acme", "ada"));
    }

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
