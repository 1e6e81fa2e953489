namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// A customer's churn probability as a function of the instant: log-odds(t) = <see cref="StaticLogOdds"/> + g(silence at t), where g
/// is a combination of <see cref="SilenceFeatures"/> with weights of 0 and above. It holds until the customer's state or the model
/// changes. For a model that has not learned it is <see cref="ChurnRisk"/>, to the last bit.
/// </summary>
public readonly struct RiskCurve
{
    // A model cannot know for certain either that a customer stays.
    private const double ProbabilityMin = 1e-9;

    private const int GuessStepsMax = 30;
    private const double GuessTolerance = 1e-12;

    // The first step may go far beyond: this keeps e^v days within what a double can hold.
    private const double GuessMax = 650;

    private readonly SilenceFeatures _silence;
    private readonly Rhythm _rhythm;
    private readonly double _mbgWeight;
    private readonly double _logWeight;
    private readonly double _gapWeight;

    internal RiskCurve(double staticLogOdds, Rhythm rhythm, double mbgWeight, double logWeight, double gapWeight)
    {
        IsKnown = true;
        StaticLogOdds = staticLogOdds;
        _rhythm = rhythm;
        if (rhythm.ActiveDays > 0)
        {
            _silence = SilenceFeatures.Of(rhythm);
            _mbgWeight = mbgWeight;
            _logWeight = logWeight;
            _gapWeight = _silence.GapDays > 0 ? gapWeight : 0;
        }
    }

    /// <summary>The curve of a customer that was evaluated before.</summary>
    /// <param name="staticLogOdds">Its <see cref="StaticLogOdds"/>; not a number where nothing is known.</param>
    /// <param name="rhythm">Its rhythm.</param>
    /// <param name="weights">The model's weights of silence.</param>
    public static RiskCurve Of(double staticLogOdds, Rhythm rhythm, SilenceWeights weights) =>
        double.IsNaN(staticLogOdds) ? default : new(staticLogOdds, rhythm, weights.Mbg, weights.Log, weights.Gap);

    /// <summary>Whether there is a probability at all; false for the default value.</summary>
    public bool IsKnown { get; }

    /// <summary>The part of the log-odds that does not change with silence.</summary>
    public double StaticLogOdds { get; }

    /// <summary>The last activity, from which silence is counted; Unix milliseconds UTC, 0 where there was none.</summary>
    public long LastActiveMs => _rhythm.LastActiveMs;

    /// <summary>The log-odds at an instant; meaningless where nothing is known.</summary>
    public double LogOdds(long atMs) => StaticLogOdds + SilenceLogOdds(_rhythm.SilenceDays(atMs));

    /// <summary>The probability at an instant, above 0 and below 1; null where nothing is known.</summary>
    public double? Probability(long atMs) => IsKnown ? ProbabilityOf(LogOdds(atMs)) : null;

    /// <summary>
    /// The first millisecond, Unix time UTC, at which the probability reaches <paramref name="probability"/> if silence goes on;
    /// the last activity where it is reached without any silence; <see cref="long.MaxValue"/> where nothing is known, or where it
    /// is not reached by <see cref="Instants.MaxMs"/>. Silence never lowers the probability, so there is one such instant.
    /// </summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public long ReachesMs(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        if (Probability(Instants.MaxMs) is not { } last || last < probability)
        {
            return long.MaxValue;
        }

        if (Probability(_rhythm.LastActiveMs) >= probability)
        {
            return _rhythm.LastActiveMs;
        }

        return FirstInstant.Find(
            (curve: this, probability),
            beforeMs: _rhythm.LastActiveMs,
            reachedMs: Instants.MaxMs,
            guessMs: ReachesAboutMs(probability),
            static (given, atMs) => given.curve.Probability(atMs) >= given.probability);
    }

    /// <summary>
    /// About when the probability reaches <paramref name="probability"/>, right but for rounding wherever the probability is not
    /// flat; the last activity where it is reached without silence; infinite, or far beyond all dates, where silence does not get there.
    /// </summary>
    /// <remarks>
    /// With c the shortest scale of a feature that has weight, g is convex in v = ln(1 + silence / c), and a straight line where only
    /// one has: Newton's steps close in within a handful, the first of them exact in the second case.
    /// </remarks>
    internal double ReachesAboutMs(double probability)
    {
        var wanted = Math.Log(probability / (1 - probability)) - StaticLogOdds;
        if (!IsKnown || wanted <= 0)
        {
            return _rhythm.LastActiveMs;
        }

        var scale = ShortestScaleDays();
        if (scale == double.MaxValue)
        {
            return double.PositiveInfinity;
        }

        var v = 0.0;
        for (var step = 0; step < GuessStepsMax; step++)
        {
            var days = scale * (Math.Exp(v) - 1);
            var missing = wanted - SilenceLogOdds(days);
            v = Math.Min(GuessMax, v + (missing / (SlopePerDay(days) * (days + scale))));
            if (Math.Abs(missing) <= GuessTolerance * wanted)
            {
                break;
            }
        }

        return _rhythm.LastActiveMs + (scale * (Math.Exp(v) - 1) * TimeSpan.MillisecondsPerDay);
    }

    /// <summary>The probability of log-odds, above 0 and below 1.</summary>
    public static double ProbabilityOf(double logOdds) => Math.Clamp(1 / (1 + Math.Exp(-logOdds)), ProbabilityMin, ChurnRisk.ProbabilityMax);

    // A weight of 0 is common (the prior has two), and a logarithm is the dearest thing here.
    private double SilenceLogOdds(double days)
    {
        var sum = _mbgWeight > 0 ? _mbgWeight * _silence.Mbg(days) : 0;
        sum += _logWeight > 0 ? _logWeight * SilenceFeatures.Log(days) : 0;
        return sum + (_gapWeight > 0 ? _gapWeight * _silence.Gap(days) : 0);
    }

    private double SlopePerDay(double days)
    {
        var slope = _mbgWeight > 0 ? _mbgWeight * _silence.MbgFactor / (_silence.MbgDays + days) : 0;
        slope += _logWeight > 0 ? _logWeight / (SilenceFeatures.ScaleDays + days) : 0;
        return slope + (_gapWeight > 0 ? _gapWeight / (_silence.GapDays + days) : 0);
    }

    private double ShortestScaleDays()
    {
        var shortest = _mbgWeight > 0 ? _silence.MbgDays : double.MaxValue;
        shortest = _logWeight > 0 ? Math.Min(shortest, SilenceFeatures.ScaleDays) : shortest;
        return _gapWeight > 0 ? Math.Min(shortest, _silence.GapDays) : shortest;
    }
}
