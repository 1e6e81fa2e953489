using static MathNet.Numerics.SpecialFunctions;

namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// What the BG/NBD model knows of a customer that lives: a purchase rate, gamma with shape R = r + x and rate A = alpha + T, and
/// a chance p to leave after each purchase, beta with a and B = b + x. In t weeks it buys E[(1 - (1 + p t/A)^-R) / p] times.
/// </summary>
/// <param name="Shape">R, above 0.</param>
/// <param name="RateWeeks">A in weeks, above 0.</param>
/// <param name="LeaveA">a, above 0.</param>
/// <param name="LeaveB">B, above 0.</param>
internal readonly record struct AliveBuyer(double Shape, double RateWeeks, double LeaveA, double LeaveB)
{
    // Within these the series needs a few hundred terms at most, and loses no more than a few digits.
    private const double SeriesZMax = 0.9;
    private const double SeriesBetaMin = -2;
    private const double SeriesBetaMax = 20;

    private const int SeriesTermsMax = 10_000;
    private const double QuadratureStep = 1.0 / 32;
    private const double QuadratureReach = 20;
    private const double Negligible = 1e-18;

    /// <summary>Expected purchases within some weeks.</summary>
    /// <param name="weeks">t, at least 0 and finite.</param>
    public double ExpectedPurchases(double weeks) =>
        weeks / (RateWeeks + weeks) <= SeriesZMax && Beta is >= SeriesBetaMin and <= SeriesBetaMax
            ? BySeries(weeks)
            : ByQuadrature(weeks);

    // What Euler's transformation leaves of the first parameter of 2F1: (a+B-1) - R, in which x cancels.
    private double Beta => LeaveA + LeaveB - 1 - Shape;

    /// <summary>
    /// The paper's (a+b+x-1)/(a-1) * (1 - (A/(A+t))^R * 2F1(R, B; a+b+x-1; z)) with z = t/(A+t), after Euler's transformation
    /// 2F1(R, B; c; z) = (1-z)^(a-1-R) * 2F1(c-R, a-1; c; z) (Abramowitz and Stegun 15.3.3), which is small where x is large. The factors
    /// (a-1) and c = a+b+x-1 are divided out of the series, so that a = 1 and c = 0 are no poles and small t loses no digits.
    /// </summary>
    internal double BySeries(double weeks)
    {
        var z = weeks / (RateWeeks + weeks);
        var log = -Log1p(weeks / RateWeeks);
        var delta = LeaveA - 1;
        var head = delta == 0 ? -log : -ExpMinusOne(delta * log) / delta;

        var term = Beta * z;
        var sum = term;
        for (var j = 1; j < SeriesTermsMax && Math.Abs(term) > Negligible * Math.Abs(sum); j++)
        {
            term *= (LeaveA + j - 1) * (Beta + j) / ((LeaveA + LeaveB + j - 1) * (j + 1)) * z;
            sum += term;
        }

        return ((LeaveA + LeaveB - 1) * head) - (Math.Exp(delta * log) * sum);
    }

    /// <summary>
    /// The expectation over p as an integral over y = ln(p/(1-p)): the trapezoidal rule after y = mode + width * sinh(u), whose
    /// terms die off doubly exponentially (Takahasi and Mori, "Double exponential formulas for numerical integration", 1974).
    /// All terms are positive and grow with t, whatever the parameters; slower than the series.
    /// </summary>
    internal double ByQuadrature(double weeks)
    {
        var weights = 0.0;
        var values = 0.0;
        Add(this, 0);
        AddWhileItMatters(this, -QuadratureStep);
        AddWhileItMatters(this, QuadratureStep);
        return values / weights;

        void AddWhileItMatters(AliveBuyer buyer, double step)
        {
            var u = step;
            while (Math.Abs(u) <= QuadratureReach && Add(buyer, u))
            {
                u += step;
            }
        }

        bool Add(AliveBuyer buyer, double u)
        {
            var (weight, chance) = buyer.Node(u);
            var value = weight * buyer.PurchasesAt(chance, weeks);
            weights += weight;
            values += value;
            return weight > Negligible * weights || value > Negligible * values;
        }
    }

    private (double Weight, double Chance) Node(double u)
    {
        var modeLogit = Math.Log(LeaveA / LeaveB);
        var width = Math.Sqrt((1 / LeaveA) + (1 / LeaveB));
        var logit = modeLogit + (width * Math.Sinh(u));
        var logWeight = (LeaveA * (LogLogistic(logit) - LogLogistic(modeLogit))) + (LeaveB * (LogLogistic(-logit) - LogLogistic(-modeLogit)));
        return (Math.Exp(logWeight) * Math.Cosh(u), Math.Exp(LogLogistic(logit)));
    }

    // (1 - (1 + p t/A)^-R) / p, which is R t/A where p is nothing.
    private double PurchasesAt(double chance, double weeks)
    {
        var odds = chance * (weeks / RateWeeks);
        return odds < Negligible
            ? Shape * (weeks / RateWeeks)
            : -ExpMinusOne(-Shape * Log1p(odds)) / chance;
    }

    // The library's own has the wrong sign for the smallest negative values.
    private static double ExpMinusOne(double value) =>
        Math.Abs(value) < 1 ? 2 * Math.Exp(value / 2) * Math.Sinh(value / 2) : Math.Exp(value) - 1;

    private static double LogLogistic(double logit) => Math.Min(logit, 0) - Log1p(Math.Exp(-Math.Abs(logit)));
}
