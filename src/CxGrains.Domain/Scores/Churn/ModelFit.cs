using MathNet.Numerics.LinearAlgebra;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// Solves for the weights. Prior and outcomes are normal distributions in information form, so they add up:
/// weights = (P0 + P)^-1 (P0 w0 + P w), by Cholesky's decomposition.
/// </summary>
internal static class ModelFit
{
    /// <summary>
    /// The prior's precision of a weight whose prior mean is 0: with chance 2/3 it is within 1 / sqrt(8) = 0.35 of that.
    /// How it was chosen is told in docs/scores.md.
    /// </summary>
    public const double PriorPrecision = 8;

    /// <summary>
    /// The prior's precision of the two weights of <see cref="ChurnRisk"/>, whose prior mean is 1. It is far lower, as that prior
    /// is about leaving for ever and not within a horizon: without outcomes it is all there is, but any evidence goes before it.
    /// </summary>
    public const double MbgPrecision = 0.1;

    private static readonly RiskSlot[] NeverNegative = [RiskSlot.MbgSilence, RiskSlot.LogSilence, RiskSlot.GapSilence];

    /// <summary>The weights of the slots that were met, in their order; those of silence never below 0.</summary>
    /// <param name="sums">The outcomes.</param>
    /// <param name="prior">The prior's mean by slot.</param>
    public static double[] Solve(OutcomeSums sums, double[] prior)
    {
        var count = sums.Slots.Count;
        var precision = Matrix<double>.Build.Dense(count, count, (i, j) => sums.Precision(i, j) + (i == j ? PrecisionOf(sums.Slots[i]) : 0));
        var pull = Vector<double>.Build.Dense(count, i => sums.Pull(i) + (PrecisionOf(sums.Slots[i]) * prior[sums.Slots[i]]));

        // One at a time, the worst first: without it the others may well be positive.
        while (true)
        {
            var weights = precision.Cholesky().Solve(pull);
            if (MostNegative(sums.Slots, weights) is not { } worst)
            {
                return weights.ToArray();
            }

            precision.ClearRow(worst);
            precision.ClearColumn(worst);
            precision[worst, worst] = 1;
            pull[worst] = 0;
        }
    }

    private static double PrecisionOf(ushort slot) =>
        slot is (int)RiskSlot.MbgSilence or (int)RiskSlot.MbgHistory ? MbgPrecision : PriorPrecision;

    private static int? MostNegative(IReadOnlyList<ushort> slots, Vector<double> weights)
    {
        int? worst = null;
        for (var i = 0; i < slots.Count; i++)
        {
            if (weights[i] < (worst is { } w ? weights[w] : 0) && NeverNegative.Contains((RiskSlot)Math.Min(slots[i], byte.MaxValue)))
            {
                worst = i;
            }
        }

        return worst;
    }
}
