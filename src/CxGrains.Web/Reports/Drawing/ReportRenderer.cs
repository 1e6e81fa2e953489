using CxGrains.Abstractions.Reports;
using CxGrains.Domain;
using CxGrains.Domain.Reports;
using CxGrains.Web.Reports.Reading;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>Draws reports as pages that ask for nothing else: no script, no font, no picture from anywhere.</summary>
internal sealed class ReportRenderer(FigureReader reader) : IReportRenderer
{
    /// <inheritdoc/>
    public async Task<RenderedReport> RenderAsync(ReportAsk ask, CancellationToken cancellationToken)
    {
        var context = ReportContext.Of(await reader.ReadAsync(ask, cancellationToken));
        return new RenderedReport(Page(context).Html, ReportStyle.Hash, MailOf(context), CustomersIn(context.Data));
    }

    private static Markup Page(ReportContext context)
    {
        var report = context.Data.Ask.Report;
        var words = context.Words;
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{ReportWords.TagOf(report.Language)}" dir="{(words.IsRightToLeft ? "rtl" : "ltr")}">
            <head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><meta name="robots" content="noindex"/>
            <title>{PlainText.Of(report.Name)}</title>
            <style>{ReportStyle.Sheet}</style></head>
            <body><main>
            {Head(context)}{ScoreSections.Scores(context)}{ScoreSections.Moves(context)}{ScoreSections.Trends(context)}{SurveySections.Of(context)}{RiskSections.Of(context)}{AlertSection.Of(context)}{GoalSection.Of(context)}{InsightSections.Of(context)}{Foot(context)}
            </main></body></html>
            """);
    }

    private static Markup Head(ReportContext context)
    {
        var (data, words, numbers) = (context.Data, context.Words, context.Numbers);
        var issued = Markup.Fill(words.Issued, Markup.Date(numbers.DateTime(data.Ask.Report.Schedule.LocalTime(data.Ask.NowMs))), Markup.Figure(data.Ask.Report.Schedule.Zone));
        var soFar = Instants.DayOf(data.Ask.NowMs) == data.Ask.ToDay ? Markup.Of($" {words.SoFar}") : Markup.None;
        return Markup.Of($"""
            <header><p class="kicker">{Markup.Foreign(data.Workspace.Name)} · {Markup.Foreign(context.Subject())}</p><h1>{Markup.Foreign(data.Ask.Report.Name)}</h1>
            <p><b>{Markup.Date(context.Window())}</b> <span class="dim">{Markup.Fill(words.Against, Markup.Date(context.WindowBefore()))}</span></p>
            <p class="dim small">{issued}{soFar}</p></header>

            """);
    }

    private static Markup Foot(ReportContext context) =>
        Markup.Of($"<footer><b>{context.Words.HowToRead}</b> {context.Words.MarginHint} {context.Words.RealHint} {context.Words.DaysHint}</footer>");

    // It goes to inboxes, which keep it for ever: it names nobody, whatever the page does.
    private static ReportMail MailOf(ReportContext context)
    {
        var (data, words, numbers) = (context.Data, context.Words, context.Numbers);
        var facts = data.Scores.Select(score => new ReportFact(context.TextOf(score).Name, context.TextOf(score).Line())).ToList();
        var (risk, count) = data.Segment is { } segment ? (segment.Risk, segment.Members) : (data.Workspace.Risk, data.Workspace.Customers);
        if (data.Survey is null)
        {
            facts.Add(new ReportFact(words.HighRisk, $"{numbers.Count(risk.High)} ({numbers.ShareOf(risk.High, count)})"));
        }

        if (data.Alerts is { } alerts)
        {
            facts.Add(new ReportFact($"{words.Alerts}: {words.Raised}", numbers.Count(alerts.Raised.Count)));
        }

        var subject = string.Format(System.Globalization.CultureInfo.InvariantCulture, words.MailSubject, PlainText.Of(data.Ask.Report.Name), context.Window());
        var lead = $"{PlainText.Of(data.Workspace.Name)} · {context.Subject()} · {context.Window()}";
        return new ReportMail(
            subject, lead, [.. facts.Take(ReportLimits.MailFactsMax)], words.MailOpen, words.MailNoLink, ReportWords.TagOf(data.Ask.Report.Language), words.IsRightToLeft);
    }

    private static List<string> CustomersIn(ReportData data) =>
    [
        .. data.AtRisk.Select(customer => customer.Id).Concat(AlertSection.CustomersIn(data)).Concat(SurveySections.CustomersIn(data))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
