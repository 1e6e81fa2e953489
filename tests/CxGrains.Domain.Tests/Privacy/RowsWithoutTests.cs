using System.Text;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Log;
using CxGrains.Domain.Privacy;

namespace CxGrains.Domain.Tests.Privacy;

public class RowsWithoutTests
{
    private static readonly string[] Lines =
    [
        """{"id":"1","customer":"ada","type":"visit"}""",
        """{"id":"2","customer":"bob","type":"visit"}""",
        """{"id":"3","customer":"ada","previousId":"anon","type":"alias"}""",
        """{"id":"4","customer":"ada" """,
    ];

    private static readonly InteractionsRow Interactions = new(
        1_750_000_000_000, "acme", false, [.. Lines.Select(Encoding.UTF8.GetByteCount)], Encoding.UTF8.GetBytes(string.Concat(Lines)));

    public static TheoryData<LogRow> Naming { get; } =
    [
        Interactions,
        new DueRow(1, 0, [new DueCustomer("acme", "bob"), new DueCustomer("acme", "ada")]),
        new ReevaluationRow(1, 0, "acme", 0, 1, ["ada", "bob"], IsLast: true),
        new EffectsRow(1, 0, 1, [OwedEffect.Of(Position.At(1, 0), "acme", EraseEffect.Of(["bob", "ada"])!)]),
        new AlertActRow(1, 0, "acme", "ada", new HandledAlert("loud:ada:1", "loud", new AlertAct(1, "Mia", AlertAction.Take, 0, null, "Called ada"), true)),
    ];

    [Theory]
    [MemberData(nameof(Naming))]
    public void Nothing_of_an_erased_customer_is_left(LogRow row)
    {
        var without = row.Without(static (workspace, customer) => workspace == "acme" && customer == "ada");

        Assert.DoesNotContain("ada", TextOf(without), StringComparison.Ordinal);
        Assert.Same(without, without.Without(static (_, customer) => customer == "ada"));
    }

    [Theory]
    [MemberData(nameof(Naming))]
    public void A_row_of_others_stays_the_same(LogRow row) => Assert.Same(row, row.Without(static (workspace, customer) => workspace == "globex" && customer == "ada"));

    [Fact]
    public void The_lines_of_others_stay_in_their_places()
    {
        var without = (InteractionsRow)Interactions.Without(static (_, customer) => customer == "ada");

        Assert.Equal(["{}", Lines[1], "{}", "{}"], Enumerable.Range(0, Lines.Length).Select(line => Encoding.UTF8.GetString(LogReplay.LineOf(without, line))));
    }

    private static string TextOf(LogRow row)
    {
        var bytes = row.Encode(out var length);
        return Encoding.Latin1.GetString(bytes, 0, length);
    }
}
