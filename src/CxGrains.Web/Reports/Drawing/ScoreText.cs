using System.Globalization;
using CxGrains.Abstractions.Views;
using CxGrains.Domain.Surveys;
using CxGrains.Web.Reports.Reading;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>A score in words and figures.</summary>
internal sealed class ScoreText(ReportScore score, ReportWords words, ReportNumbers numbers)
{
    private int Decimals => score.Metric switch { SurveyMetric.Nps => 1, SurveyMetric.Csat => 1, _ when score.IsPercent => 1, _ => 2 };

    /// <summary>Its name.</summary>
    public string Name => NameOf(score.Metric, words);

    /// <summary>The name of what is measured.</summary>
    public static string NameOf(SurveyMetric metric, ReportWords words) => metric switch
    {
        SurveyMetric.Nps => words.Nps,
        SurveyMetric.Csat => words.Csat,
        SurveyMetric.Ces => words.Ces,
        _ => words.Rating,
    };

    /// <summary>A score in its unit.</summary>
    public string Value(double value) => score.IsPercent ? numbers.Percent(value, Decimals) : numbers.Fixed(value, Decimals);

    /// <summary>How sure a score is: its margin, or its interval where that is not even; empty where it cannot be told.</summary>
    public string Uncertainty(TrendPoint point) => point is not { Low: { } low, High: { } high } ? ""
        : score.IsPercent ? $"{numbers.Fixed(low, 1)}–{numbers.Percent(high, 1)}"
        : $"±{numbers.Fixed((high - low) / 2, Decimals)}";

    /// <summary>A score and how sure it is.</summary>
    public string Both(TrendPoint point) => (Value(point.Score) + (Uncertainty(point) is { Length: > 0 } unsure ? (score.IsPercent ? $" ({unsure})" : $" {unsure}") : "")).Trim();

    /// <summary>A change with its sign.</summary>
    public string Signed(double change) => numbers.Signed(change, Decimals);

    /// <summary>The arrow of a change.</summary>
    public static string ArrowOf(double change) => change > 0 ? "▲" : change < 0 ? "▼" : "■";

    /// <summary>Whether the change is real, in a word or two.</summary>
    public string Verdict => score.Change.IsReal switch { true => words.Real, false => words.Noise, null => words.TooFew };

    /// <summary>How a change that is real is to be taken: more is better in each of these scores.</summary>
    public string Tone => score.Change is { IsReal: true, Difference: { } difference } ? (difference > 0 ? "good" : "bad") : "";

    /// <summary>What has changed, in a sentence.</summary>
    public Markup Sentence()
    {
        var (name, change) = (Markup.Of($"{Name}"), score.Change);
        if (change is not { IsReal: { } isReal, Difference: { } difference })
        {
            return Markup.Fill(words.CannotTell, name, Markup.Figure(numbers.Count(change.Now?.Responses ?? 0)), Markup.Figure(numbers.Count(change.Before?.Responses ?? 0)));
        }

        var size = Markup.Of($"{Size(Math.Abs(difference))}");
        return Markup.Fill(!isReal ? words.NoChange : difference > 0 ? words.Rose : words.Fell, name, size);
    }

    /// <summary>The score, how sure it is, and its change, in a line.</summary>
    public string Line()
    {
        if (score.Change.Now is not { } now)
        {
            return words.NotEnough;
        }

        var change = score.Change.Difference is { } difference ? $"; {ArrowOf(difference)} {Signed(difference)}, {Verdict}" : "";
        return $"{Both(now)} · {Format(words.Answers, numbers.Count(now.Responses))}{change}";
    }

    private string Size(double size) => score.IsPercent ? Format(words.PercentPoints, numbers.Fixed(size, Decimals))
        : score.Metric == SurveyMetric.Nps ? Format(words.Points, numbers.Fixed(size, Decimals))
        : numbers.Fixed(size, Decimals);

    private static string Format(string sentence, string part) => string.Format(CultureInfo.InvariantCulture, sentence, part);
}
