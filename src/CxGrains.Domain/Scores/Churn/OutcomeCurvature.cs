namespace CxGrains.Domain.Scores.Churn;

/// <summary>The curvature with which an outcome's log-likelihood is approximated by a parabola around given log-odds.</summary>
internal static class OutcomeCurvature
{
    // Temporary: chosen by the tuning below, then one of them goes.
    internal static bool Newton { get; set; }

    public static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public static double At(double logOdds)
    {
        if (Newton)
        {
            var p = Logistic(logOdds);
            return Math.Max(p * (1 - p), 0.02);
        }

        return Math.Abs(logOdds) < 1e-4 ? 0.25 : Math.Tanh(logOdds / 2) / (2 * logOdds);
    }
}
