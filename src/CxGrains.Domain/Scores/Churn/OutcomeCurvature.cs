namespace CxGrains.Domain.Scores.Churn;

/// <summary>The curvature with which an outcome's log-likelihood is approximated by a parabola around a given probability.</summary>
internal static class OutcomeCurvature
{
    /// <summary>
    /// The least curvature. Where the model is all but sure the true one vanishes, and an outcome that proves it wrong would move the
    /// weights without bound: 1 / curvature is how far it pulls the log-odds.
    /// </summary>
    public const double Min = 0.02;

    /// <summary>p (1 - p), the second derivative of the logistic log-likelihood (Newton's step), at least <see cref="Min"/>.</summary>
    public static double At(double probability) => Math.Max(Min, probability * (1 - probability));
}
