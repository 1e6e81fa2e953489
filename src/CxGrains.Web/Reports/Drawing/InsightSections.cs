using CxGrains.Abstractions.Views;
using CxGrains.Domain.Reports;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>What stands behind the scores: tickets, journeys and advocacy.</summary>
internal static class InsightSections
{
    /// <summary>The sections, of a report on insights or a segment.</summary>
    public static Markup Of(ReportContext context) =>
        context.Data.Insights is not { } insights || context.Data.Ask.Report.Page.Kind == ReportPageKind.Overview
            ? Markup.None
            : Tickets(context, insights.Tickets).Then(Journeys(context, insights.Journeys)).Then(Advocacy(context, insights.Advocacy));

    private static Markup Tickets(ReportContext context, TicketsView tickets)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        return Section.Of(
            words.Tickets,
            Section.Cards(
            [
                Section.Card(words.OpenNow, Markup.Figure(numbers.Count(tickets.Open.Total)), Markup.Of($"{words.Overdue}: {Markup.Figure(numbers.Count(tickets.Open.Overdue))}")),
                Section.Card(words.OpenedInWindow, Markup.Figure(numbers.Count(tickets.Opened)), Markup.None),
                Time(context, words.FirstReply, tickets.FirstReply),
                Time(context, words.Resolution, tickets.Resolution),
            ]),
            isKept: true);
    }

    private static Markup Time(ReportContext context, string label, ResponseTimeView time)
    {
        var target = time.WithinTarget.Percent is { } percent
            ? Markup.Fill(context.Words.InTime, Markup.Figure($"{context.Numbers.Percent(percent)} ({context.Numbers.Count(time.WithinTarget.Count)} / {context.Numbers.Count(time.WithinTarget.Of)})"))
            : Markup.None;
        return time.P50Minutes is { } minutes
            ? Section.Card(label, Markup.Of($"<bdi>{context.Numbers.Duration(minutes)}</bdi>"), target)
            : Section.Card(label, Markup.Of($"—"), Markup.Of($"{context.Words.NotEnough}"));
    }

    private static Markup Journeys(ReportContext context, IReadOnlyList<JourneyView> journeys)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        return journeys.Count == 0 ? Markup.None : Section.Of(words.Journeys, ReportTable.Of(
            [words.Journey, "#" + words.Entered, "#" + words.Finished, words.HurtsMost],
            [.. journeys.Select(journey => (IReadOnlyList<Markup>)
            [
                Markup.Foreign(journey.Name),
                Markup.Figure(numbers.Count(journey.Entered)),
                Markup.Figure(numbers.Count(journey.Finished)),
                journey.HurtsMost.Stage is { } worst ? Markup.Foreign(journey.Stages.FirstOrDefault(stage => stage.Id == worst)?.Name ?? worst) : Markup.Of($"—"),
            ])]));
    }

    private static Markup Advocacy(ReportContext context, PopulationAdvocacyView advocacy)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        return advocacy.Status == ScoreStatus.NotEnoughData ? Markup.None : Section.Of(
            words.Advocacy,
            Section.Cards(
            [
                Section.Card(words.Promoters, Markup.Figure(numbers.Count(advocacy.Promoters)), Markup.Figure(numbers.ShareOf(advocacy.Promoters, advocacy.Customers))),
                Section.Card(words.Advocates, Markup.Figure(numbers.Count(advocacy.Advocates)), Markup.Figure(numbers.ShareOf(advocacy.Advocates, advocacy.Customers))),
                Section.Card(words.Referrers, Markup.Figure(numbers.Count(advocacy.Referrers)), Markup.Figure(numbers.ShareOf(advocacy.Referrers, advocacy.Customers))),
            ]),
            isKept: true);
    }
}
