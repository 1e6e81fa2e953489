using static MathNet.Numerics.SpecialFunctions;

namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// The gamma-gamma model of spending: the values of a customer's purchases are gamma with shape p and a rate of its own, which is
/// gamma over customers with shape q and rate gamma. What a customer spends is independent of how often it buys.
/// <para>Source: P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), brucehardie.com/notes/025.</para>
/// </summary>
public sealed record GammaGamma
{
    /// <summary>The least value of p, gamma and q - 1.</summary>
    public const double ParameterMin = 1e-5;

    /// <summary>The greatest value of p, gamma and q - 1.</summary>
    public const double ParameterMax = 1e9;

    /// <summary>A model with known parameters.</summary>
    /// <param name="p">Shape of a customer's values, from <see cref="ParameterMin"/> to <see cref="ParameterMax"/>.</param>
    /// <param name="q">Shape of the rate over customers, from 1 + <see cref="ParameterMin"/> to 1 + <see cref="ParameterMax"/>: up to 1 the mean value is infinite.</param>
    /// <param name="gamma">Rate of the rate over customers, in the currency of the values, from <see cref="ParameterMin"/> to <see cref="ParameterMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public GammaGamma(double p, double q, double gamma)
    {
        P = Require.Within(p, ParameterMin, ParameterMax);
        Q = Require.Within(q, 1 + ParameterMin, 1 + ParameterMax);
        Gamma = Require.Within(gamma, ParameterMin, ParameterMax);
    }

    /// <summary>Shape of a customer's values.</summary>
    public double P { get; }

    /// <summary>Shape of the rate over customers, above 1.</summary>
    public double Q { get; }

    /// <summary>Rate of the rate over customers, in the currency of the values.</summary>
    public double Gamma { get; }

    /// <summary>The mean value of a purchase over all customers: p gamma / (q - 1).</summary>
    public double MeanValue => P * Gamma / (Q - 1);

    /// <summary>
    /// The natural logarithm of the likelihood of a customer's mean value, the note's density with its powers gathered,
    /// so that no two large ones have to cancel; 0 where no purchase is known.
    /// </summary>
    public double LogLikelihood(SpendHistory history)
    {
        if (history.Purchases == 0)
        {
            return 0;
        }

        var shape = P * history.Purchases;
        var total = history.Purchases * history.MeanValue;
        return GammaLn(shape + Q) - GammaLn(shape) - GammaLn(Q)
            - (Q * Log1p(total / Gamma)) - (shape * Log1p(Gamma / total)) - Math.Log(history.MeanValue);
    }

    /// <summary>
    /// The expected mean value of a customer's purchases to come, given those known: p (gamma + x m) / (p x + q - 1), between its own
    /// mean m and that of all customers, and nearer to its own the more is known.
    /// </summary>
    public double ExpectedValue(SpendHistory history) =>
        P * (Gamma + (history.Purchases * history.MeanValue)) / ((P * history.Purchases) + Q - 1);
}
