using MathNet.Numerics.LinearAlgebra;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>Solves for the weights: prior and outcomes are normal distributions in information form, so they add.</summary>
internal static class ModelFit
{
    /// <summary>The prior's precision of each weight: a weight is within 1 / sqrt of this of its prior mean with chance 2/3.</summary>
    public static double PriorPrecision { get; set; } = 4;

    private static readonly RiskSlot[] NeverNegative = [RiskSlot.MbgSilence, RiskSlot.LogSilence, RiskSlot.GapSilence];

    /// <summary>The weights of the slots that were met, those of silence never below 0.</summary>
    /// <param name="sums">The outcomes.</param>
    /// <param name="prior">The prior's mean by slot.</param>
    public static double[] Solve(OutcomeSums sums, double[] prior)
    {
        var count = sums.Slots.Count;
        var precision = Matrix<double>.Build.Dense(count, count, (i, j) => sums.Precision(i, j) + (i == j ? PriorPrecision : 0));
        var pull = Vector<double>.Build.Dense(count, i => sums.Pull(i) + (PriorPrecision * prior[sums.Slots[i]]));

        // One at a time, the worst first: without it the others may well be positive.
        while (true)
        {
            var weights = precision.Cholesky().Solve(pull);
            var worst = -1;
            foreach (var slot in NeverNegative)
            {
                var i = IndexOf(sums.Slots, slot);
                worst = i >= 0 && weights[i] < 0 && (worst < 0 || weights[i] < weights[worst]) ? i : worst;
            }

            if (worst < 0)
            {
                return weights.ToArray();
            }

            precision.ClearRow(worst);
            precision.ClearColumn(worst);
            precision[worst, worst] = 1;
            pull[worst] = 0;
        }
    }

    private static int IndexOf(IReadOnlyList<ushort> slots, RiskSlot slot)
    {
        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i] == (int)slot)
            {
                return i;
            }
        }

        return -1;
    }
}
