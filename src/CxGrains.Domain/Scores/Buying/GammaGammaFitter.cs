namespace CxGrains.Domain.Scores.Buying;

/// <summary>Fits the gamma-gamma model by maximum likelihood. Customers without a purchase say nothing of spending and are passed over.</summary>
public static class GammaGammaFitter
{
    /// <summary>The fewest customers with a purchase a fit is made of.</summary>
    public const int CustomersMin = 100;

    /// <summary>The fewest with two purchases or more: ten for each of the three parameters, since only they tell how a customer's own values vary.</summary>
    public const int RepeatBuyersMin = 30;

    /// <summary>The model of the greatest likelihood, or why there is none. It does not depend on the order of the customers.</summary>
    /// <exception cref="ArgumentNullException">There are no <paramref name="histories"/>.</exception>
    public static ModelFit<GammaGamma> Fit(IEnumerable<SpendHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        SpendHistory[] known =
        [
            .. histories.Where(history => history.Purchases > 0).OrderBy(history => history.Purchases).ThenBy(history => history.MeanValue),
        ];
        var repeatBuyers = known.LongCount(history => history.Purchases > 1);
        if (known.Length < CustomersMin || repeatBuyers < RepeatBuyersMin)
        {
            return new(FitOutcome.NotEnoughData, null, null, known.Length, repeatBuyers, 0);
        }

        // p = 1, q = 2, and gamma such that the mean value p gamma / (q - 1) is that of the customers.
        var mean = known.Average(history => history.MeanValue);
        var (outcome, parameters, evaluations) = LikelihoodSearch.Maximise(
            candidate => known.Average(Model(candidate).LogLikelihood),
            [1, 1, Math.Clamp(mean, GammaGamma.ParameterMin, GammaGamma.ParameterMax)],
            GammaGamma.ParameterMin,
            GammaGamma.ParameterMax);
        var model = outcome == FitOutcome.Fitted ? Model(parameters) : null;
        return new(outcome, model, model is null ? null : known.Sum(model.LogLikelihood), known.Length, repeatBuyers, evaluations);
    }

    // The search is over q - 1, which has the same range as the others.
    private static GammaGamma Model(double[] parameters) => new(parameters[0], 1 + parameters[1], parameters[2]);
}
