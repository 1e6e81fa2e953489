using MathNet.Numerics;

namespace CxGrains.Domain.Scores;

/// <summary>
/// Whether a score differs between two windows by more than chance explains: the two-sample z test of two independent samples, two-sided.
/// NPS and means: <c>z = (b - a) / sqrt(se_a^2 + se_b^2)</c>. Shares: the two-proportion test with the pooled share,
/// <c>z = (p_b - p_a) / sqrt(p (1 - p) (1/n_a + 1/n_b))</c>. Source: Snedecor and Cochran, "Statistical Methods" (8th edition, 1989),
/// chapters 6 and 7; the standard errors are those of <see cref="NpsScore"/> and <see cref="MeanScore"/>.
/// </summary>
public sealed record ScoreChange
{
    /// <summary>Answers in each window from which the normal distribution is near enough to say anything.</summary>
    public const int AnswersMin = 20;

    /// <summary>The chance, below which a difference counts as real: 1 - 95 %.</summary>
    public const double Significance = 0.05;

    private const double NormalQuantile95 = 1.959964;

    private ScoreChange(double difference, double standardError)
    {
        Difference = difference;
        MarginOfError = NormalQuantile95 * standardError;
        Z = difference == 0 ? 0 : difference / standardError;
        P = SpecialFunctions.Erfc(Math.Abs(Z) / Math.Sqrt(2));
    }

    /// <summary>The later score less the earlier one, in the score's unit.</summary>
    public double Difference { get; }

    /// <summary>Half the width of the 95 % interval of <see cref="Difference"/>, from the standard error of the test: a real difference is larger. Not below 0.</summary>
    public double MarginOfError { get; }

    /// <summary>The difference in standard errors.</summary>
    public double Z { get; }

    /// <summary>The chance of a difference at least as large, were there none in truth; 0 to 1.</summary>
    public double P { get; }

    /// <summary>Whether chance is no good explanation: <see cref="P"/> is below <see cref="Significance"/>.</summary>
    public bool IsReal => P < Significance;

    /// <summary>The change of an NPS; null with fewer than <see cref="AnswersMin"/> answers on either side.</summary>
    public static ScoreChange? Between(NpsScore? before, NpsScore? now) =>
        before is { } a && now is { } b && AreEnough(a.Responses, b.Responses) ? Of(b.Score - a.Score, a.StandardError, b.StandardError, a.Responses + b.Responses) : null;

    /// <summary>The change of a mean; null with fewer than <see cref="AnswersMin"/> answers on either side.</summary>
    public static ScoreChange? Between(MeanScore? before, MeanScore? now) =>
        before is { } a && now is { } b && AreEnough(a.Responses, b.Responses) ? Of(b.Score - a.Score, a.StandardError!.Value, b.StandardError!.Value, a.Responses + b.Responses) : null;

    /// <summary>The change of a CSAT, in percentage points; null with fewer than <see cref="AnswersMin"/> answers on either side.</summary>
    public static ScoreChange? Between(CsatScore? before, CsatScore? now) =>
        before is { } a && now is { } b ? OfShares(a.Satisfied, a.Responses, b.Satisfied, b.Responses) : null;

    /// <summary>The change of the share that agrees, in percentage points; null with fewer than <see cref="AnswersMin"/> answers on either side.</summary>
    public static ScoreChange? BetweenAgreeing(CesScore? before, CesScore? now) =>
        before is { } a && now is { } b ? OfShares(a.Agreeing, a.Responses, b.Agreeing, b.Responses) : null;

    private static ScoreChange? OfShares(long hitsBefore, long before, long hitsNow, long now)
    {
        if (!AreEnough(before, now))
        {
            return null;
        }

        var pooled = (double)(hitsBefore + hitsNow) / (before + now);
        var difference = 100.0 * (((double)hitsNow / now) - ((double)hitsBefore / before));
        return new ScoreChange(difference, 100 * Math.Sqrt(pooled * (1 - pooled) * ((1.0 / before) + (1.0 / now))));
    }

    private static ScoreChange Of(double difference, double errorBefore, double errorNow, long answers)
    {
        var error = Math.Sqrt((errorBefore * errorBefore) + (errorNow * errorNow));

        // Answers all alike on each side have no spread of their own; that of all of them together gives z = sqrt(n).
        return new ScoreChange(difference, error > 0 ? error : Math.Abs(difference) / Math.Sqrt(answers));
    }

    private static bool AreEnough(long before, long now) => before >= AnswersMin && now >= AnswersMin;
}
