using static MathNet.Numerics.SpecialFunctions;

namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// The BG/NBD model of repeat buying: while a customer lives it buys at a rate of its own (gamma with shape r and rate alpha over
/// customers), and after every repeat purchase it leaves with a chance of its own (beta with a and b).
/// <para>
/// Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "'Counting Your Customers' the Easy Way: An Alternative to the Pareto/NBD
/// Model", Marketing Science 24 (2005), 275-284. Tested for up to 10,000 repeats.
/// </para>
/// </summary>
public sealed record BgNbd
{
    /// <summary>The least value of every parameter.</summary>
    public const double ParameterMin = 1e-5;

    /// <summary>The greatest value of every parameter.</summary>
    public const double ParameterMax = 1e5;

    /// <summary>A model with known parameters, each from <see cref="ParameterMin"/> to <see cref="ParameterMax"/>, both included.</summary>
    /// <param name="r">Shape of the purchase rate over customers.</param>
    /// <param name="alphaWeeks">alpha: its rate, in weeks; the mean rate is r / alpha purchases a week.</param>
    /// <param name="a">First parameter of the chance to leave; its mean is a / (a + b).</param>
    /// <param name="b">Second parameter of the chance to leave.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public BgNbd(double r, double alphaWeeks, double a, double b)
    {
        R = Require.Within(r, ParameterMin, ParameterMax);
        AlphaWeeks = Require.Within(alphaWeeks, ParameterMin, ParameterMax);
        A = Require.Within(a, ParameterMin, ParameterMax);
        B = Require.Within(b, ParameterMin, ParameterMax);
    }

    /// <summary>Shape of the purchase rate over customers.</summary>
    public double R { get; }

    /// <summary>alpha: rate of the purchase rate over customers, in weeks.</summary>
    public double AlphaWeeks { get; }

    /// <summary>First parameter of the chance to leave after a purchase.</summary>
    public double A { get; }

    /// <summary>Second parameter of the chance to leave after a purchase.</summary>
    public double B { get; }

    /// <summary>
    /// The natural logarithm of one customer's likelihood, the paper's equation (6) in its numerically stable form
    /// (Fader, Hardie and Lee, "Implementing the BG/NBD Model for Customer Base Analysis in Excel", 2005).
    /// </summary>
    public double LogLikelihood(PurchaseHistory history) => OfRepeats(history.Repeats) + OfTimes(history);

    /// <summary>The natural logarithm of the likelihood of all customers; 0 where there is none.</summary>
    /// <exception cref="ArgumentNullException">There are no <paramref name="statistics"/>.</exception>
    public double LogLikelihood(PurchaseStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var sum = 0.0;
        foreach (var (repeats, customers) in statistics.CustomersByRepeats)
        {
            sum += customers * OfRepeats(repeats);
        }

        foreach (var counted in statistics.Histories)
        {
            sum += counted.Customers * OfTimes(counted.History);
        }

        return sum;
    }

    /// <summary>
    /// P(alive): the probability, from 0 to 1, that the customer has not left; 1 without a repeat, as the model lets nobody leave before:
    /// 1 / (1 + a/(b+x-1) * ((alpha+T)/(alpha+t_x))^(r+x)).
    /// <para>Source: Fader, Hardie and Lee, "Computing P(alive) Using the BG/NBD Model" (2008).</para>
    /// </summary>
    public double AliveProbability(PurchaseHistory history) =>
        history.Repeats == 0 ? 1 : 1 / (1 + Math.Exp(LeftLogOdds(history)));

    /// <summary>E[X(t)]: purchases that a customer, of whom nothing is known, makes within some weeks after its first; the paper's equation (9).</summary>
    /// <param name="weeks">t, at least 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weeks are outside their range.</exception>
    public double ExpectedPurchases(double weeks) => ExpectedPurchases(default, weeks);

    /// <summary>E[Y(t) | x, t_x, T]: purchases that a customer makes within the next weeks; the paper's equation (10).</summary>
    /// <param name="history">The customer's history.</param>
    /// <param name="weeks">t, at least 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weeks are outside their range.</exception>
    public double ExpectedPurchases(PurchaseHistory history, double weeks) =>
        AliveProbability(history) * AliveBuyer(history).ExpectedPurchases(Require.NotNegative(weeks));

    /// <summary>What is known of the customer if it lives.</summary>
    internal AliveBuyer AliveBuyer(PurchaseHistory history) =>
        new(R + history.Repeats, AlphaWeeks + history.AgeWeeks, A, B + history.Repeats);

    // ln(Γ(r+x) α^r / Γ(r) * B(a, b+x) / B(a, b)).
    private double OfRepeats(int repeats) =>
        GammaLn(R + repeats) - GammaLn(R) + (R * Math.Log(AlphaWeeks))
        + GammaLn(A + B) + GammaLn(B + repeats) - GammaLn(B) - GammaLn(A + B + repeats);

    // ln((α+T)^-(r+x) + [x>0] a/(b+x-1) (α+t_x)^-(r+x)), the first term taken out so that neither can underflow.
    private double OfTimes(PurchaseHistory history)
    {
        var alive = -(R + history.Repeats) * Math.Log(AlphaWeeks + history.AgeWeeks);
        return history.Repeats == 0 ? alive : alive + LogOnePlusExp(LeftLogOdds(history));
    }

    private double LeftLogOdds(PurchaseHistory history) =>
        Math.Log(A / (B + history.Repeats - 1))
        + ((R + history.Repeats) * Log1p((history.AgeWeeks - history.RecencyWeeks) / (AlphaWeeks + history.RecencyWeeks)));

    private static double LogOnePlusExp(double value) => Math.Max(value, 0) + Log1p(Math.Exp(-Math.Abs(value)));
}
