using System.Text.Json;
using System.Text.Json.Serialization;
using CxGrains.Domain.Reports;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>
/// Every word of a report in one language, as the files in <c>Reports/Texts</c> have them. A file that lacks one, or has one too many, is not read, and a test reads all.
/// Places are written as <c>{0}</c>; no text depends on a count.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ReportWords
{
    public required bool IsRightToLeft { get; init; }

    public required string DecimalSeparator { get; init; }

    public required string GroupSeparator { get; init; }

    /// <summary>What is added to the year of the Gregorian calendar.</summary>
    public required int YearOffset { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    public required string Overview { get; init; }

    public required string Insights { get; init; }

    public required string AtRisk { get; init; }

    public required string DateTime { get; init; }

    public required string Survey { get; init; }

    public required string Segment { get; init; }

    public required string SegmentHead { get; init; }

    public required string AllCustomers { get; init; }

    public required string Span { get; init; }

    public required string Against { get; init; }

    public required string Issued { get; init; }

    public required string SoFar { get; init; }

    public required string Scores { get; init; }

    public required string Nps { get; init; }

    public required string Csat { get; init; }

    public required string Ces { get; init; }

    public required string Rating { get; init; }

    public required string ResponseRate { get; init; }

    public required string Revenue { get; init; }

    public required string Points { get; init; }

    public required string PercentPoints { get; init; }

    public required string Answers { get; init; }

    public required string AnswersHead { get; init; }

    public required string Before { get; init; }

    public required string NoBefore { get; init; }

    public required string Real { get; init; }

    public required string Noise { get; init; }

    public required string TooFew { get; init; }

    public required string NotEnough { get; init; }

    public required string Changed { get; init; }

    public required string Rose { get; init; }

    public required string Fell { get; init; }

    public required string NoChange { get; init; }

    public required string CannotTell { get; init; }

    public required string Trend { get; init; }

    public required string TrendNote { get; init; }

    public required string TrendSummary { get; init; }

    public required string MovedBySurvey { get; init; }

    public required string MovedByChannel { get; init; }

    public required string MovedByTouchpoint { get; init; }

    public required string MovedNote { get; init; }

    public required string Part { get; init; }

    public required string Contribution { get; init; }

    public required string Now { get; init; }

    public required string Earlier { get; init; }

    public required string Others { get; init; }

    public required string NoChannel { get; init; }

    public required string NoTouchpoint { get; init; }

    public required string Customers { get; init; }

    public required string Members { get; init; }

    public required string RiskTitle { get; init; }

    public required string AsOf { get; init; }

    public required string HighRisk { get; init; }

    public required string MediumRisk { get; init; }

    public required string LowRisk { get; init; }

    public required string UnknownRisk { get; init; }

    public required string Share { get; init; }

    public required string BySegment { get; init; }

    public required string Riskiest { get; init; }

    public required string Customer { get; init; }

    public required string Account { get; init; }

    public required string Probability { get; init; }

    public required string LastSeen { get; init; }

    public required string Spent { get; init; }

    public required string Why { get; init; }

    public required string NobodyAtRisk { get; init; }

    public required string NamesLeftOut { get; init; }

    public required string Alerts { get; init; }

    public required string Raised { get; init; }

    public required string Critical { get; init; }

    public required string Warning { get; init; }

    public required string Info { get; init; }

    public required string StillOpen { get; init; }

    public required string Saved { get; init; }

    public required string Lost { get; init; }

    public required string FalseAlarm { get; init; }

    public required string ClosedByItself { get; init; }

    public required string Precision { get; init; }

    public required string NoAlerts { get; init; }

    public required string OnlyNewest { get; init; }

    public required string LatestAlerts { get; init; }

    public required string When { get; init; }

    public required string Rule { get; init; }

    public required string About { get; init; }

    public required string Goals { get; init; }

    public required string Goal { get; init; }

    public required string Value { get; init; }

    public required string Target { get; init; }

    public required string By { get; init; }

    public required string OnTrack { get; init; }

    public required string Behind { get; init; }

    public required string Uncertain { get; init; }

    public required string NoGoals { get; init; }

    public required string Histogram { get; init; }

    public required string Score { get; init; }

    public required string Channel { get; init; }

    public required string Touchpoint { get; init; }

    public required string Comments { get; init; }

    public required string Comment { get; init; }

    public required string Tickets { get; init; }

    public required string OpenNow { get; init; }

    public required string Overdue { get; init; }

    public required string OpenedInWindow { get; init; }

    public required string FirstReply { get; init; }

    public required string Resolution { get; init; }

    public required string InTime { get; init; }

    public required string Minutes { get; init; }

    public required string Hours { get; init; }

    public required string Days { get; init; }

    public required string Journeys { get; init; }

    public required string Journey { get; init; }

    public required string Entered { get; init; }

    public required string Finished { get; init; }

    public required string HurtsMost { get; init; }

    public required string Advocacy { get; init; }

    public required string Promoters { get; init; }

    public required string Advocates { get; init; }

    public required string Referrers { get; init; }

    public required string HowToRead { get; init; }

    public required string MarginHint { get; init; }

    public required string RealHint { get; init; }

    public required string DaysHint { get; init; }

    public required string MailSubject { get; init; }

    public required string MailOpen { get; init; }

    public required string MailNoLink { get; init; }

    public required string Gone { get; init; }

    private static readonly Dictionary<ReportLanguage, Lazy<ReportWords>> Read =
        Enum.GetValues<ReportLanguage>().ToDictionary(language => language, language => new Lazy<ReportWords>(() => Load(language)));

    /// <summary>The words of a language.</summary>
    public static ReportWords Of(ReportLanguage language) => Read[language].Value;

    /// <summary>A language as HTML names it.</summary>
    public static string TagOf(ReportLanguage language) => language.ToString().ToLowerInvariant();

    private static ReportWords Load(ReportLanguage language)
    {
        var name = $"report.{TagOf(language)}.json";
        using var file = typeof(ReportWords).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return JsonSerializer.Deserialize(file, ReportWordsJson.Default.ReportWords)!;
    }
}
