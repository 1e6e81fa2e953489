using System.Text;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.EventHubs.Tests;

public class HubRowTests
{
    private const string Line = """{"id":"i1","customer":"ada","type":"visit"}""";

    private static readonly DueRow Due = new(1_000, 3, [new DueCustomer("acme", "ada")]);

    [Fact]
    public void Plain_json_becomes_a_row_of_one_interaction_of_the_customer_in_the_key()
    {
        var row = Of(HubEventKind.Interaction, Encoding.UTF8.GetBytes(Line));

        Assert.Equal((42, "4100"), (row.Row, row.Offset));
        Assert.Equal((42, "ada"), (row.Entry.Row, row.Entry.Customer));
        var interactions = Assert.IsType<InteractionsRow>(LogRow.Decode(row.Entry.Body));
        Assert.Equal((5_000, "acme", false), (interactions.ReceivedMs, interactions.Workspace, interactions.IsImport));
        Assert.Equal([Line.Length], interactions.LineLengths);
        Assert.Equal(Line, Encoding.UTF8.GetString(interactions.Lines.Span));
    }

    [Fact]
    public void An_import_stays_one() =>
        Assert.True(Assert.IsType<InteractionsRow>(LogRow.Decode(Of(HubEventKind.Import, Encoding.UTF8.GetBytes(Line)).Entry.Body)).IsImport);

    [Fact]
    public void A_row_of_the_partition_itself_stays_as_it_was_appended()
    {
        var row = Of(HubEventKind.Row, Encoded(Due));

        Assert.Null(row.Entry.Customer);
        Assert.Equal(Due.Customers, Assert.IsType<DueRow>(LogRow.Decode(row.Entry.Body)).Customers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0001\u0009")]
    [InlineData("{\"customer\":")]
    [InlineData("\u0001\u0002\u0001")]
    public void What_cannot_be_read_goes_on_as_an_interaction_that_cannot_be_read(string body)
    {
        foreach (var kind in new[] { HubEventKind.Row, HubEventKind.Interaction, (HubEventKind)200 })
        {
            var interactions = Assert.IsType<InteractionsRow>(LogRow.Decode(Of(kind, Encoding.UTF8.GetBytes(body)).Entry.Body));
            Assert.Equal(body, Encoding.UTF8.GetString(interactions.Lines.Span));
        }
    }

    [Fact]
    public void Interactions_of_any_customer_cannot_be_smuggled_in_as_a_row()
    {
        var smuggled = Encoded(new InteractionsRow(1_000, "other", false, [Line.Length], Encoding.UTF8.GetBytes(Line)));

        var interactions = Assert.IsType<InteractionsRow>(LogRow.Decode(Of(HubEventKind.Row, smuggled).Entry.Body));
        Assert.Equal("acme", interactions.Workspace);
        Assert.Equal([smuggled.Length], interactions.LineLengths);
    }

    [Fact]
    public void Rows_that_a_partition_of_the_workspace_would_not_append_go_to_quarantine()
    {
        const string Rule = """{"field":"interactions","op":"ge","value":3}""";
        var definition = "{\"id\":\"s\",\"name\":\"s\",\"slot\":SLOT,\"version\":1,\"rule\":RULE}";
        string Definition(string slot, string rule) => definition.Replace("SLOT", slot).Replace("RULE", rule);
        Assert.IsType<SegmentRow>(Decoded(new SegmentRow(1_000, "acme", Definition("3", Rule))));
        Assert.IsType<AlertRulesRow>(Decoded(new AlertRulesRow(1_000, "acme", AlertRules.Default.Without("x").ToStored())));
        Assert.IsType<ReevaluationRow>(Decoded(new ReevaluationRow(1_000, 0, "acme", 3, 1, ["ada"], IsLast: true)));
        Assert.IsType<EffectsRow>(Decoded(new EffectsRow(1_000, 3, 5, [Owed(9, "acme")])));

        var movement = new Movement("fell", new MovementWatch("fell", 1, true, 900)).ToBytes();
        Assert.IsType<MovementRow>(Decoded(new MovementRow(1_000, 0, "acme", movement)));

        foreach (var strange in new LogRow[]
        {
            new MovementRow(1_000, 0, "other", movement),
            new MovementRow(1_000, 1, "acme", movement),
            new MovementRow(1_000, 0, "acme", [99]),
            new MovementRow(1_000, 0, "acme", new Movement("fell", null) { Raised = new Alert("a", "fell", "ada", 1, "x", null) }.ToBytes()),
            new DueRow(1_000, 3, [new DueCustomer("acme", "ada"), new DueCustomer("other", "ada")]),
            new DueRow(1_000, 3, [.. Enumerable.Range(0, 1_001).Select(i => new DueCustomer("acme", $"c{i}"))]),
            new DueRow(605_001, 3, [new DueCustomer("acme", "ada")]),
            new SegmentRow(1_000, "other", Definition("3", Rule)),
            new SegmentRow(1_000, "acme", Definition("3", "{}")),
            new SegmentRow(1_000, "acme", Definition("64", Rule)),
            new SegmentRow(1_000, "acme", "[]"),
            new ReevaluationRow(1_000, 0, "other", 3, 1, ["ada"], IsLast: true),
            new ReevaluationRow(1_000, 0, "acme", 3, 1, [.. Enumerable.Range(0, 501).Select(i => $"c{i}")], IsLast: true),
            new RedefinitionRow(1_000, 0, "acme", 3, 1, 0),
            new AlertActRow(1_000, 0, "other", "ada", new HandledAlert("a", "r", new AlertAct(1_000, "Mia", AlertAction.Take, 0, null, null), true)),
            new AlertActRow(1_000, 0, "acme", "ada", new HandledAlert("a", "r", new AlertAct(1_000, "Mia", AlertAction.Take, 0, null, new string('x', 2_001)), true)),
            new AlertRulesRow(1_000, "other", AlertRules.Default.Without("x").ToStored()),
            new AlertRulesRow(1_000, "acme", AlertRules.Default.ToStored()),
            new EffectsRow(1_000, 3, 5, [Owed(9, "acme"), Owed(10, "other")]),
            new EffectsRow(1_000, 3, 5, [.. Enumerable.Range(1, 257).Select(row => Owed(row, "acme"))]),
        })
        {
            Assert.IsType<InteractionsRow>(Decoded(strange));
        }
    }

    // A new one would go to quarantine wherever a hub feeds the cluster.
    [Fact]
    public void Every_kind_of_row_was_thought_of() => Assert.Equal(
        [nameof(AlertActRow), nameof(AlertRulesRow), nameof(DueRow), nameof(EffectsRow), nameof(InteractionsRow), nameof(ModelRow), nameof(MovementRow), nameof(RedefinitionRow), nameof(ReevaluationRow), nameof(SegmentRow), nameof(SettingsRow)],
        typeof(LogRow).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LogRow))).Select(type => type.Name).Order(StringComparer.Ordinal));

    private static OwedEffect Owed(int row, string workspace) => OwedEffect.Of(Position.At(row, 0), workspace, new MergeEffect("ada", ["anon"], [1]));

    private static LogRow Decoded(LogRow row) => LogRow.Decode(Of(HubEventKind.Row, Encoded(row)).Entry.Body);

    private static HubRow Of(HubEventKind kind, byte[] body) => HubRow.Of(41, "4100", kind, "ada", body, receivedMs: 5_000, "acme");

    private static byte[] Encoded(LogRow row)
    {
        var bytes = row.Encode(out var length);
        return bytes[..length];
    }
}
