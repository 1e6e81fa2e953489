using CxGrains.Domain.Reports;
using CxGrains.Web.Reports.Reading;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>What every section of a report is drawn from.</summary>
/// <param name="Data">The figures.</param>
/// <param name="Words">The words.</param>
/// <param name="Numbers">How numbers are written.</param>
internal sealed record ReportContext(ReportData Data, ReportWords Words, ReportNumbers Numbers)
{
    /// <summary>The context of what was read.</summary>
    public static ReportContext Of(ReportData data)
    {
        var words = ReportWords.Of(data.Ask.Report.Language);
        return new ReportContext(data, words, new ReportNumbers(words));
    }

    /// <summary>What the report is about, in a line.</summary>
    public string Subject() => Data.Ask.Report.Page.Kind switch
    {
        ReportPageKind.Overview => Words.Overview,
        ReportPageKind.AtRisk => Words.AtRisk,
        ReportPageKind.Survey => string.Format(System.Globalization.CultureInfo.InvariantCulture, Words.Survey, PlainText.Of(Data.Survey!.Name)),
        ReportPageKind.Segment => SegmentWords(),
        _ => Data.Segment is null ? $"{Words.Insights} · {Words.AllCustomers}" : $"{Words.Insights} · {SegmentWords()}",
    };

    /// <summary>The days of the window.</summary>
    public string Window() => Span(Data.Ask.FromDay, Data.Ask.ToDay);

    /// <summary>The days of the window before.</summary>
    public string WindowBefore() => Span(Data.Ask.FromDay - Data.Ask.Report.WindowDays, Data.Ask.FromDay - 1);

    /// <summary>A score's words.</summary>
    public ScoreText TextOf(ReportScore score) => new(score, Words, Numbers);

    private string SegmentWords() => string.Format(System.Globalization.CultureInfo.InvariantCulture, Words.Segment, PlainText.Of(Data.Segment!.Name));

    private string Span(int from, int to) => from == to
        ? Numbers.Day(from)
        : string.Format(System.Globalization.CultureInfo.InvariantCulture, Words.Span, Numbers.Day(from), Numbers.Day(to));
}
