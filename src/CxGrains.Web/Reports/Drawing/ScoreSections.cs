using CxGrains.Domain.Scores;
using CxGrains.Web.Reports.Reading;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>The scores, their change and what moved them.</summary>
internal static class ScoreSections
{
    /// <summary>The scores on cards, and below what has changed in sentences.</summary>
    public static Markup Scores(ReportContext context)
    {
        if (context.Data.Scores.Count == 0)
        {
            return Markup.None;
        }

        var sentences = Markup.Join(context.Data.Scores.Select(score => Markup.Of($"<li>{context.TextOf(score).Sentence()}</li>")));
        return Section.Of(context.Words.Scores, Section.Cards(context.Data.Scores.Select(score => Card(context, score))), isKept: true).Then(Section.Of(context.Words.Changed, Markup.Of($"<ul>{sentences}</ul>"), isKept: true));
    }

    /// <summary>The trends that have a line.</summary>
    public static Markup Trends(ReportContext context) => Markup.Join(context.Data.Scores.Where(score => score.Trend.Count >= TrendChart.PointsMin).Select(score => Trend(context, score)));

    /// <summary>What moved what has moved.</summary>
    public static Markup Moves(ReportContext context) => Markup.Join(context.Data.Moves.Select(moves => Moved(context, moves)));

    private static Markup Card(ReportContext context, ReportScore score)
    {
        var (words, numbers, text, change) = (context.Words, context.Numbers, context.TextOf(score), score.Change);
        if (change.Now is not { } now)
        {
            return Section.Card(text.Name, Markup.Of($"—"), Markup.Of($"{words.NotEnough}"));
        }

        var chip = change.Difference is { } difference
            ? Markup.Of($"<span class=\"chip {text.Tone}\">{Markup.Figure($"{ScoreText.ArrowOf(difference)} {text.Signed(difference)}")} {text.Verdict}</span>")
            : Markup.Of($"<span class=\"chip\">{text.Verdict}</span>");
        var before = change.Before is { } old ? Markup.Fill(words.Before, Markup.Figure(text.Both(old))) : Markup.Of($"{words.NoBefore}");
        var note = Markup.Of($"{Markup.Figure(text.Uncertainty(now))} · {Markup.Fill(words.Answers, Markup.Figure(numbers.Count(now.Responses)))}<br/>{chip}<br/>{before}");
        return Section.Card(text.Name, Markup.Figure(text.Value(now.Score)), note);
    }

    private static Markup Trend(ReportContext context, ReportScore score)
    {
        var (words, text) = (context.Words, context.TextOf(score));
        var days = score.Trend.OrderBy(point => point.Key, StringComparer.Ordinal).ToList();
        var summary = string.Format(System.Globalization.CultureInfo.InvariantCulture, words.TrendSummary, text.Name, text.Value(days[0].Value.Score), text.Value(days[^1].Value.Score));
        var title = string.Format(System.Globalization.CultureInfo.InvariantCulture, words.Trend, text.Name);
        var picture = TrendChart.Of(score.Trend, summary, text.Value, context.Numbers.Date);
        return Section.Of(title, Markup.Of($"<figure>{picture}<figcaption>{words.TrendNote}</figcaption></figure>"), isKept: true);
    }

    private static Markup Moved(ReportContext context, ReportMoves moves)
    {
        var (words, text) = (context.Words, context.TextOf(moves.Score));
        var longest = Math.Max(moves.Moves.Max(move => Math.Abs(move.Points)), Math.Abs(moves.Rest));
        var rows = moves.Moves.Select(move => Row(context, text, move, longest)).ToList();
        if (text.Signed(moves.Rest) != text.Signed(0))
        {
            rows.Add([Markup.Of($"{words.Others}"), Markup.None, Markup.None, Markup.Figure(text.Signed(moves.Rest)), Bars.Signed(moves.Rest, longest)]);
        }

        var title = moves.By switch { ReportPart.Survey => words.MovedBySurvey, ReportPart.Channel => words.MovedByChannel, _ => words.MovedByTouchpoint };
        var table = ReportTable.Of([words.Part, "#" + words.Earlier, "#" + words.Now, "#" + words.Contribution, ""], rows);
        return Section.Of(string.Format(System.Globalization.CultureInfo.InvariantCulture, title, text.Name), Markup.Of($"{table}<p class=\"dim small\">{words.MovedNote}</p>"), isKept: true);
    }

    private static IReadOnlyList<Markup> Row(ReportContext context, ScoreText text, ScoreMove move, double longest) =>
        [Markup.Foreign(move.Name), PartCell(context, text, move.Before), PartCell(context, text, move.Now), Markup.Figure(text.Signed(move.Points)), Bars.Signed(move.Points, longest)];

    private static Markup PartCell(ReportContext context, ScoreText text, ScorePart? part) =>
        part is null ? Markup.Of($"—") : Markup.Figure($"{text.Value(part.Score)} ({context.Numbers.Count(part.Responses)})");
}
