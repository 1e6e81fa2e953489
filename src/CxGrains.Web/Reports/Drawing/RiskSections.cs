using CxGrains.Abstractions.Views;
using CxGrains.Domain.Reports;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>Who is at risk of leaving.</summary>
internal static class RiskSections
{
    /// <summary>Customers by band, segments by their share at high risk, and the riskiest by name where they may be named.</summary>
    public static Markup Of(ReportContext context) => context.Data.Ask.Report.Page.Kind switch
    {
        ReportPageKind.Overview or ReportPageKind.AtRisk => Section.Of(context.Words.RiskTitle, Counts(context, context.Words.Customers, context.Data.Workspace.Risk, context.Data.Workspace.Customers), isKept: true)
            .Then(Segments(context))
            .Then(Riskiest(context)),
        _ when context.Data.Segment is { } segment => Section.Of(context.Words.RiskTitle, Counts(context, context.Words.Members, segment.Risk, segment.Members), isKept: true),
        _ => Markup.None,
    };

    private static Markup Counts(ReportContext context, string whole, RiskCounts risk, long count)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        var asOf = Markup.Fill(words.AsOf, Markup.Date(numbers.DateTime(context.Data.Ask.Report.Schedule.LocalTime(context.Data.Ask.NowMs))));
        return Markup.Of($"<p class=\"dim small\">{asOf}</p>").Then(Section.Cards(
        [
            Section.Card(words.HighRisk, Markup.Figure(numbers.Count(risk.High)), Share(risk.High)),
            Section.Card(words.MediumRisk, Markup.Figure(numbers.Count(risk.Medium)), Share(risk.Medium)),
            Section.Card(words.LowRisk, Markup.Figure(numbers.Count(risk.Low)), Share(risk.Low)),
            Section.Card(words.UnknownRisk, Markup.Figure(numbers.Count(risk.NotEnoughData)), Share(risk.NotEnoughData)),
            Section.Card(whole, Markup.Figure(numbers.Count(count)), Markup.None),
        ], "five"));

        Markup Share(long part) => Markup.Figure(numbers.ShareOf(part, count));
    }

    private static Markup Segments(ReportContext context)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        return context.Data.Segments.Count == 0 ? Markup.None : Section.Of(words.BySegment, ReportTable.Of(
            [words.SegmentHead, "#" + words.Members, "#" + words.HighRisk, "#" + words.Share, ""],
            [.. context.Data.Segments.Select(segment => (IReadOnlyList<Markup>)
                [Markup.Foreign(segment.Name), Markup.Figure(numbers.Count(segment.Members)), Markup.Figure(numbers.Count(segment.Risk.High)), Markup.Figure(numbers.ShareOf(segment.Risk.High, segment.Members)), Bars.Of(segment.Risk.High, Math.Max(1, segment.Members))])]));
    }

    private static Markup Riskiest(ReportContext context)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        if (!context.Data.NamesCustomers)
        {
            return Markup.Of($"<section>{Section.Line(words.NamesLeftOut)}</section>");
        }

        return Section.Of(words.Riskiest, context.Data.AtRisk.Count == 0 ? Section.Line(words.NobodyAtRisk) : ReportTable.Of(
            [words.Customer, words.Account, "#" + words.Probability, words.LastSeen, "#" + words.Spent, words.Why],
            [.. context.Data.AtRisk.Select(customer => (IReadOnlyList<Markup>)
            [
                Markup.Foreign(customer.Name ?? customer.Id),
                customer.Account is { } account ? Markup.Foreign(account) : Markup.None,
                Markup.Figure(customer.Churn.Probability is { } probability ? Probability(numbers, probability) : "—"),
                Markup.Date(numbers.Date(DateOnly.FromDateTime(context.Data.Ask.Report.Schedule.LocalTime(customer.LastSeen.ToUnixTimeMilliseconds()).DateTime))),
                Markup.Figure(numbers.Fixed((double)customer.Value, 0)),
                customer.Churn.Why is { } why ? Markup.Of($"<span lang=\"en\" dir=\"ltr\">{PlainText.Of(why)}</span>") : Markup.None,
            ])]));
    }

    // No model is certain.
    private static string Probability(ReportNumbers numbers, double value) =>
        value > 0.99 ? ">" + numbers.Percent(99) : value < 0.01 ? "<" + numbers.Percent(1) : numbers.Percent(value * 100);
}
