using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Tests.Surveys;

public class BreakdownTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, Limits.BreakdownNamesMax + 3).Select(i => $"name-{i:00}")];

    [Fact]
    public void Rows_come_with_most_answers_first_then_by_name() =>
        Assert.Equal([("b", 2L), ("a", 1L), ("c", 1L)], Rows(Of("c", "b", "a", "b")));

    [Fact]
    public void Names_past_the_bound_count_under_other()
    {
        var rows = Rows(Of(Names));

        Assert.Equal(Limits.BreakdownNamesMax + 1, rows.Count);
        Assert.Equal(("other", 3L), rows[0]);
        Assert.Equal(Names[..Limits.BreakdownNamesMax], rows.Skip(1).Select(row => row.Name));
    }

    [Fact]
    public void A_name_that_is_called_other_takes_no_place() =>
        Assert.Equal(("other", 4L), Rows(Of([Breakdown.Other, .. Names]))[0]);

    [Fact]
    public void What_went_under_other_is_withdrawn_there_even_after_a_place_fell_empty()
    {
        var breakdown = Of(Names);
        breakdown.Withdraw(Names[0], 1, 0);
        breakdown = Bytes.Read(Bytes.Of(breakdown.Encode), static (reader, names) => Breakdown.Decode(reader, 1, names));
        breakdown.Withdraw(Names[^1], 1, 0);

        Assert.Equal(("other", 2L), Rows(breakdown)[0]);
        Assert.DoesNotContain(Rows(breakdown), row => row.Name == Names[0] || row.Name == Names[^1]);
    }

    [Fact]
    public void Merged_shards_with_more_names_show_the_most_answered_and_lose_no_answer()
    {
        var many = Enumerable.Range(0, Limits.BreakdownNamesMax).Select(i => $"zone-{i:00}").ToArray();
        var merged = Breakdown.Merge(Of([.. many, .. many]), Of(Names));
        var rows = Rows(merged);

        Assert.Equal(("other", Names.Length), rows[0]);
        Assert.Equal(many.Select(name => (name, 2L)), rows.Skip(1));
    }

    private static Breakdown Of(params string[] names)
    {
        var breakdown = new Breakdown(1);
        foreach (var name in names)
        {
            breakdown.Add(name, 1, 0);
        }

        return breakdown;
    }

    private static List<(string Name, long Responses)> Rows(Breakdown breakdown) =>
        [.. breakdown.Window(0, 10).Select(row => (row.Name, row.Counts.Responses))];
}
