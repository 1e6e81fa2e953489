namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// Fits the BG/NBD model by maximum likelihood, as its paper does. The result depends on nothing but the statistics.
/// <para>
/// Where nearly nobody leaves, or all customers are alike, the likelihood has no peak but a plain that rises towards an edge:
/// the outcome is then <see cref="FitOutcome.Undetermined"/>, or a point of that plain, whose predictions are as likely as the best.
/// </para>
/// </summary>
public static class BgNbdFitter
{
    /// <summary>The fewest customers a fit is made of.</summary>
    public const int CustomersMin = 100;

    /// <summary>The fewest repeat buyers a fit is made of: ten for each of the four parameters, since only they tell of leaving.</summary>
    public const int RepeatBuyersMin = 40;

    /// <summary>The model of the greatest likelihood, or why there is none.</summary>
    /// <exception cref="ArgumentNullException">There are no <paramref name="statistics"/>.</exception>
    public static ModelFit<BgNbd> Fit(PurchaseStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (statistics.Customers < CustomersMin || statistics.RepeatBuyers < RepeatBuyersMin)
        {
            return new(FitOutcome.NotEnoughData, null, null, statistics.Customers, statistics.RepeatBuyers, 0);
        }

        var (outcome, parameters, evaluations) = LikelihoodSearch.Maximise(
            candidate => Model(candidate).LogLikelihood(statistics) / statistics.Customers,
            Start(statistics),
            BgNbd.ParameterMin,
            BgNbd.ParameterMax);
        var model = outcome == FitOutcome.Fitted ? Model(parameters) : null;
        return new(outcome, model, model?.LogLikelihood(statistics), statistics.Customers, statistics.RepeatBuyers, evaluations);
    }

    // A rate of the right size and no opinion on leaving: r = a = b = 1, and alpha such that r / alpha is the repeats a week.
    private static double[] Start(PurchaseStatistics statistics)
    {
        var weeks = statistics.Histories.Sum(counted => counted.Customers * counted.History.AgeWeeks);
        var repeats = statistics.Histories.Sum(counted => (double)counted.Customers * counted.History.Repeats);
        return [1, Math.Clamp(weeks / repeats, BgNbd.ParameterMin, BgNbd.ParameterMax), 1, 1];
    }

    private static BgNbd Model(double[] parameters) => new(parameters[0], parameters[1], parameters[2], parameters[3]);
}
