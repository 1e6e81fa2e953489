using CxGrains.Abstractions.Views;
using CxGrains.Web.Reports.Reading;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>What only a survey's report has.</summary>
internal static class SurveySections
{
    private const int RowsMax = 10;
    private const int CommentsMax = 10;

    /// <summary>Its answers by score, channel and touchpoint; comments where customers may be named.</summary>
    public static Markup Of(ReportContext context)
    {
        if (context.Data.Survey is not { } survey)
        {
            return Markup.None;
        }

        var (words, numbers) = (context.Words, context.Numbers);
        var rate = survey.ResponseRate is { Percent: { } percent, Sent: var sent }
            ? Markup.Of($"{Markup.Figure(numbers.Percent(percent, 1))} ({Markup.Figure($"{numbers.Count(survey.ResponseRate.Responses)} / {numbers.Count(sent)}")})")
            : Markup.Of($"{words.NotEnough}");
        return Histogram(context, survey)
            .Then(Section.Of(words.ResponseRate, Markup.Of($"<p>{rate}</p>"), isKept: true))
            .Then(Section.Of(words.Channel, Breakdown(context, words.Channel, survey.Channels), isKept: true))
            .Then(Section.Of(words.Touchpoint, Breakdown(context, words.Touchpoint, survey.Touchpoints), isKept: true))
            .Then(Section.Of(words.Comments, Comments(context, survey)));
    }

    private static Markup Histogram(ReportContext context, SurveyView survey)
    {
        if (survey.Responses == 0)
        {
            return Markup.None;
        }

        var (words, numbers) = (context.Words, context.Numbers);
        var longest = survey.Histogram.Values.Max();
        var rows = survey.Histogram.Select(bar => (IReadOnlyList<Markup>)
            [Markup.Figure(bar.Key), Markup.Figure(numbers.Count(bar.Value)), Markup.Figure(numbers.ShareOf(bar.Value, survey.Responses)), Bars.Of(bar.Value, longest)]);
        return Section.Of(words.Histogram, ReportTable.Of([words.Score, "#" + words.AnswersHead, "#" + words.Share, ""], [.. rows]), isKept: true);
    }

    private static Markup Breakdown(ReportContext context, string head, IReadOnlyList<BreakdownRow> rows)
    {
        if (rows.Count == 0)
        {
            return Markup.None;
        }

        var text = context.TextOf(context.Data.Scores[0]);
        return ReportTable.Of(
            [head, "#" + context.Words.AnswersHead, "#" + text.Name],
            [.. rows.Take(RowsMax).Select(row => (IReadOnlyList<Markup>)[Markup.Foreign(row.Name), Markup.Figure(context.Numbers.Count(row.Responses)), Markup.Figure(row.Score is { } score ? text.Value(score) : "—")])]);
    }

    // What somebody wrote may say who that was.
    private static Markup Comments(ReportContext context, SurveyView survey) => !context.Data.NamesCustomers || survey.Comments.Count == 0
        ? Markup.None
        : ReportTable.Of(
            [context.Words.When, context.Words.Customer, "#" + context.Words.Score, context.Words.Comment],
            [.. survey.Comments.Take(CommentsMax).Select(comment => (IReadOnlyList<Markup>)
                [Markup.Date(context.Numbers.DateTime(context.Data.Ask.Report.Schedule.LocalTime(comment.At.ToUnixTimeMilliseconds()))), Markup.Foreign(comment.Name ?? comment.Customer), Markup.Figure(context.Numbers.Count(comment.Score)), Markup.Foreign(comment.Text)])]);

    /// <summary>The customers whose comments are shown.</summary>
    public static IEnumerable<string> CustomersIn(ReportData data) =>
        data is { NamesCustomers: true, Survey: { } survey } ? survey.Comments.Take(CommentsMax).Select(comment => comment.Customer) : [];
}
