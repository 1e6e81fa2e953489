using CxGrains.Domain.Customers;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Scores.Health;

/// <summary>
/// Health, 0 to 100: the weighted mean of the measures that are known, S = sum w v / sum w, and what it changed since the week's start.
/// <para>
/// A mean over the known measures is the mean over all where the unknown ones have the value S. A measure's share of the change is
/// therefore w (u - u') / sum w, with u its value now and u' then, S taken for a value that is not known, and the sums over the measures
/// known at either end. The shares sum to S - S', and a measure that becomes known moves nobody's share but its own.
/// </para>
/// </summary>
public sealed record HealthScore
{
    /// <summary>Fewest known measures that make a score, where as many have a weight.</summary>
    public const int MeasuresMin = 3;

    private HealthScore(HealthMeasures now, HealthMeasures then, HealthWeights weights)
    {
        Known = KnownOf(now, weights);
        var least = LeastOf(weights);
        var (mean, was) = (MeanOf(now, weights), MeanOf(then, weights));
        Score = Known >= least ? mean : null;
        Change = Score is not null && KnownOf(then, weights) >= least ? mean - was : null;
        Parts = PartsOf(now, then, weights, mean, was);
    }

    /// <summary>0 to 100; null with too few known measures.</summary>
    public double? Score { get; }

    /// <summary>Measures that are known and have a weight.</summary>
    public int Known { get; }

    /// <summary>Points since the week's start; null where there is no score at either end.</summary>
    public double? Change { get; }

    /// <summary>Every measure, in the order of <see cref="HealthMeasure"/>.</summary>
    public IReadOnlyList<HealthPart> Parts { get; }

    /// <summary>The score of a customer at an instant.</summary>
    public static HealthScore Of(Customer customer, HealthWeights weights, long atMs) =>
        new(HealthMeasures.Of(customer, HealthInputs.Of(customer, atMs), atMs), HealthSnapshot.Of(customer, atMs).Measures, weights);

    /// <summary>The score of measures, against those of the week's start.</summary>
    public static HealthScore Of(HealthMeasures now, HealthMeasures then, HealthWeights weights) => new(now, then, weights);

    /// <summary>The score that measures make, without its parts; null with too few known measures.</summary>
    public static double? ValueOf(HealthMeasures measures, HealthWeights weights) =>
        KnownOf(measures, weights) >= LeastOf(weights) ? MeanOf(measures, weights) : null;

    private static int LeastOf(HealthWeights weights)
    {
        var weighted = 0;
        for (var measure = (HealthMeasure)0; (int)measure < HealthMeasures.Count; measure++)
        {
            weighted += weights[measure] > 0 ? 1 : 0;
        }

        return Math.Min(MeasuresMin, weighted);
    }

    private static int KnownOf(HealthMeasures measures, HealthWeights weights)
    {
        var known = 0;
        for (var measure = (HealthMeasure)0; (int)measure < HealthMeasures.Count; measure++)
        {
            known += weights[measure] > 0 && measures[measure] is not null ? 1 : 0;
        }

        return known;
    }

    private static double MeanOf(HealthMeasures measures, HealthWeights weights)
    {
        var (sum, all) = (0.0, 0.0);
        for (var measure = (HealthMeasure)0; (int)measure < HealthMeasures.Count; measure++)
        {
            if (measures[measure] is { } value)
            {
                sum += weights[measure] * value;
                all += weights[measure];
            }
        }

        return all == 0 ? 0 : sum / all;
    }

    private HealthPart[] PartsOf(HealthMeasures now, HealthMeasures then, HealthWeights weights, double mean, double was)
    {
        var (nowWeight, eitherWeight) = (0.0, 0.0);
        for (var measure = (HealthMeasure)0; (int)measure < HealthMeasures.Count; measure++)
        {
            nowWeight += now[measure] is null ? 0 : weights[measure];
            eitherWeight += now[measure] is null && then[measure] is null ? 0 : weights[measure];
        }

        var parts = new HealthPart[HealthMeasures.Count];
        for (var measure = (HealthMeasure)0; (int)measure < HealthMeasures.Count; measure++)
        {
            var weight = now[measure] is null || nowWeight == 0 ? 0 : weights[measure] / nowWeight;
            var isKnown = now[measure] is not null || then[measure] is not null;
            double? change = Change is null ? null
                : isKnown ? weights[measure] / eitherWeight * ((now[measure] ?? mean) - (then[measure] ?? was))
                : 0;
            parts[(int)measure] = new HealthPart(measure, now[measure], 100 * weight, weight * (now[measure] ?? 0), now[measure] - then[measure], change);
        }

        return parts;
    }
}
