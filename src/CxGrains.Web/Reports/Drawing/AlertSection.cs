using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Reports.Reading;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>The alerts of the window and what became of them.</summary>
internal static class AlertSection
{
    private const int LatestMax = 12;

    /// <summary>The section.</summary>
    public static Markup Of(ReportContext context)
    {
        if (context.Data.Alerts is not { } alerts)
        {
            return Markup.None;
        }

        var words = context.Words;
        var content = alerts.Raised.Count == 0 ? Section.Line(words.NoAlerts) : Section.Cards(Cards(context, alerts.Raised)).Then(Latest(context));
        if (alerts.Record.PrecisionPercent is { } precision)
        {
            content = content.Then(Markup.Of($"<p class=\"dim small\">{Markup.Fill(words.Precision, Markup.Figure(context.Numbers.Percent(precision)))}</p>"));
        }

        if (alerts.IsCut)
        {
            content = content.Then(Markup.Of($"<p class=\"dim small\">{Markup.Fill(words.OnlyNewest, Markup.Figure(context.Numbers.Count(ReportAlerts.LookedMax)))}</p>"));
        }

        return Section.Of(words.Alerts, content);
    }

    /// <summary>The customers whose alerts are named.</summary>
    public static IEnumerable<string> CustomersIn(ReportData data) => Named(data).Select(alert => alert.Customer).OfType<string>();

    private static IEnumerable<Markup> Cards(ReportContext context, IReadOnlyList<AlertView> raised)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        var severities = new[] { (words.Critical, AlertSeverity.Critical), (words.Warning, AlertSeverity.Warning), (words.Info, AlertSeverity.Info) }
            .Select(severity => (Name: severity.Item1, Count: raised.Count(alert => alert.Severity == severity.Item2))).Where(severity => severity.Count > 0);
        yield return Section.Card(words.Raised, Figure(raised.Count), Lines(severities));
        yield return Section.Card(words.StillOpen, Figure(raised.Count(IsOpen)), Markup.None);
        yield return Section.Card(words.Saved, Figure(Count(AlertOutcome.Saved)), Markup.None);
        yield return Section.Card(words.Lost, Figure(Count(AlertOutcome.Lost)), Markup.None);
        yield return Section.Card(words.FalseAlarm, Figure(Count(AlertOutcome.FalseAlarm)), Markup.None);
        yield return Section.Card(words.ClosedByItself, Figure(raised.Count(alert => alert.State == AlertsPart.Closed)), Markup.None);

        int Count(AlertOutcome outcome) => raised.Count(alert => alert.State == AlertsPart.Resolved && alert.Outcome == outcome);
        Markup Figure(long count) => Markup.Figure(numbers.Count(count));
        Markup Lines(IEnumerable<(string Name, int Count)> counts) =>
            Markup.Join(counts.Select((count, i) => Markup.Of($"{(i == 0 ? "" : " · ")}{count.Name} {Markup.Figure(numbers.Count(count.Count))}")));
    }

    private static Markup Latest(ReportContext context)
    {
        var named = Named(context.Data);
        return named.Count == 0 ? Markup.None : Markup.Of($"""
            <h3>{context.Words.LatestAlerts}</h3>{ReportTable.Of(
                [context.Words.When, context.Words.Rule, context.Words.About, ""],
                [.. named.Select(alert => (IReadOnlyList<Markup>)
                [
                    Markup.Date(context.Numbers.DateTime(context.Data.Ask.Report.Schedule.LocalTime(alert.At.ToUnixTimeMilliseconds()))),
                    Markup.Foreign(alert.RuleName),
                    alert.Subject.Type == AlertSubjectKind.Workspace ? Markup.Of($"{context.Words.AllCustomers}") : Markup.Foreign(alert.Name ?? alert.Subject.Id ?? ""),
                    Markup.Of($"{StateOf(context.Words, alert)}"),
                ])])}
            """);
    }

    // A rule on a survey, a segment or a goal is about nobody.
    private static List<AlertView> Named(ReportData data) =>
        [.. (data.Alerts?.Raised ?? []).Where(alert => data.NamesCustomers || alert.Customer is null).Take(LatestMax)];

    private static bool IsOpen(AlertView alert) => alert.State is not (AlertsPart.Resolved or AlertsPart.Closed);

    private static string StateOf(ReportWords words, AlertView alert) => alert switch
    {
        { State: AlertsPart.Closed } => words.ClosedByItself,
        { State: AlertsPart.Resolved, Outcome: AlertOutcome.Saved } => words.Saved,
        { State: AlertsPart.Resolved, Outcome: AlertOutcome.Lost } => words.Lost,
        { State: AlertsPart.Resolved } => words.FalseAlarm,
        _ => words.StillOpen,
    };
}
