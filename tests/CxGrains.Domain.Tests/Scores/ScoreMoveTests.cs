using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Scores;

public class ScoreMoveTests
{
    [Fact]
    public void A_part_that_fell_while_the_others_stood_made_the_change()
    {
        var moves = ScoreMove.Of([new("web", 50, 40), new("shop", 50, 60)], [new("web", 50, 20), new("shop", 50, 60)]);

        Assert.Equal([("web", -10.0), ("shop", 0.0)], moves.Select(move => (move.Name, Math.Round(move.Points, 9))));
    }

    [Fact]
    public void More_answers_of_a_part_that_is_worse_than_the_whole_lower_the_score_by_it()
    {
        var moves = ScoreMove.Of([new("web", 50, 0), new("shop", 50, 100)], [new("web", 150, 0), new("shop", 50, 100)]);

        // The whole went from 50 to 25: web -25 - -25 / 1.5 of the shares, shop the other half.
        Assert.Equal(-25, moves.Sum(move => move.Points), 9);
        Assert.All(moves, move => Assert.Equal(-12.5, move.Points, 9));
    }

    [Fact]
    public void A_part_that_is_new_or_gone_counts_against_the_whole_before()
    {
        var moves = ScoreMove.Of([new("web", 10, 0), new("call", 10, 100)], [new("web", 10, 0), new("chat", 10, 20)]);

        Assert.Equal([("call", -25.0), ("chat", -15.0), ("web", 0.0)], moves.Select(move => (move.Name, Math.Round(move.Points, 9))));
        Assert.Null(moves[0].Now);
        Assert.Null(moves[1].Before);
    }

    [Fact]
    public void Nothing_is_told_of_a_window_without_answers()
    {
        Assert.Empty(ScoreMove.Of([], [new("web", 10, 0)]));
        Assert.Empty(ScoreMove.Of([new("web", 0, 0)], [new("web", 10, 0)]));
    }

    [Fact]
    public void The_contributions_make_the_change_whatever_the_parts()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 500; round++)
        {
            var (before, now) = (Parts(random), Parts(random));

            Assert.Equal(Whole(now) - Whole(before), ScoreMove.Of(before, now).Sum(move => move.Points), 9);
        }
    }

    private static List<ScorePart> Parts(Random random) =>
        [.. Enumerable.Range(0, 6).Where(_ => random.Next(4) > 0).Select(i => new ScorePart($"p{i}", random.Next(1, 500), (random.NextDouble() * 200) - 100)), new("always", random.Next(1, 500), 7)];

    private static double Whole(List<ScorePart> parts) => parts.Sum(part => part.Score * part.Responses) / parts.Sum(part => part.Responses);
}
