using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores;

/// <summary>
/// The probability that a customer has left, from its silence against its own rhythm.
/// <para>
/// Source: the MBG/NBD model's P(alive), Batislam, Denizel and Filiztekin, "Empirical validation and comparison of models
/// for customer base analysis", IJRM 24 (2007): P(alive) = 1 / (1 + a/(b+x) * ((alpha+T)/(alpha+t_x))^(r+x)), where x counts
/// the active days after the first, t_x the days between first and last, T the days from the first until now.
/// Active days stand for the model's purchases. The four parameters are a stated prior, not yet fitted to the workspace.
/// </para>
/// </summary>
public static class ChurnRisk
{
    /// <summary>Probability from which a customer is medium risk.</summary>
    public const double MediumMin = 0.4;

    /// <summary>Probability from which a customer is high risk.</summary>
    public const double HighMin = 0.7;

    // The prior customer: active about once in 30 days, and lost after an active day with chance 1/5.
    internal const double R = 1;
    internal const double AlphaDays = 30;
    private const double A = 1;
    private const double B = 4;

    /// <summary>
    /// What a request to cancel adds to the log-odds while the prior speaks. Stated and not fitted: the least whole number that puts even who was
    /// active on all <see cref="Limits.RhythmDaysMax"/> days at medium risk.
    /// </summary>
    public const double CancelRequestedLogOdds = 6;

    /// <summary>What a cancellation adds: the least whole number that puts everybody at high risk.</summary>
    public const double CancelledLogOdds = 7;

    // Silence can outgrow what a double tells from 1; nobody is known to have left for certain.
    internal static readonly double ProbabilityMax = Math.BitDecrement(1.0);

    /// <summary>The probability that the customer has left by <paramref name="atMs"/>, above 0 and below 1; null without any activity.</summary>
    public static double? Probability(Rhythm rhythm, long atMs) =>
        rhythm.ActiveDays == 0 ? null : Math.Min(ProbabilityMax, 1 / (1 + Math.Exp(-(HistoryLogOdds(rhythm) + SilenceLogOdds(rhythm, atMs)))));

    /// <summary>The band of a probability.</summary>
    public static RiskBand BandOf(double? probability) => probability switch
    {
        null => RiskBand.NotEnoughData,
        >= HighMin => RiskBand.High,
        >= MediumMin => RiskBand.Medium,
        _ => RiskBand.Low,
    };

    /// <summary>The band at an instant.</summary>
    public static RiskBand Band(Rhythm rhythm, long atMs) => BandOf(Probability(rhythm, atMs));

    /// <summary>The part of the log-odds that the history of activity explains: ln(a/(b+x)).</summary>
    public static double HistoryLogOdds(Rhythm rhythm) => Math.Log(A / (B + Repeats(rhythm)));

    /// <summary>What the prior adds for what a customer has said of leaving; 0 where nothing stands.</summary>
    public static double DepartureLogOdds(Departure departure) =>
        !departure.IsKnown ? 0 : departure.IsDone ? CancelledLogOdds : CancelRequestedLogOdds;

    /// <summary>The part of the log-odds that the silence since explains: (r+x) ln((alpha+T)/(alpha+t_x)).</summary>
    public static double SilenceLogOdds(Rhythm rhythm, long atMs) =>
        (R + Repeats(rhythm)) * Math.Log(1 + (rhythm.SilenceDays(atMs) / (AlphaDays + rhythm.SpanDays)));

    /// <summary>
    /// The first millisecond, Unix time UTC, at which the probability reaches <paramref name="probability"/> if silence goes on;
    /// the last activity where it is reached without any silence; <see cref="long.MaxValue"/> without activity, or where it is
    /// not reached by <see cref="Instants.MaxMs"/>. Silence only raises the probability, so there is one such instant.
    /// </summary>
    /// <param name="rhythm">The customer's rhythm.</param>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public static long ReachesMs(Rhythm rhythm, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        if (Probability(rhythm, Instants.MaxMs) is not { } last || last < probability)
        {
            return long.MaxValue;
        }

        if (Probability(rhythm, rhythm.LastActiveMs) >= probability)
        {
            return rhythm.LastActiveMs;
        }

        return FirstInstant.Find(
            (rhythm, probability),
            beforeMs: rhythm.LastActiveMs,
            reachedMs: Instants.MaxMs,
            guessMs: ReachesAboutMs(rhythm, probability),
            static (given, atMs) => Probability(given.rhythm, atMs) >= given.probability);
    }

    /// <summary>
    /// About when the probability reaches <paramref name="probability"/>, solved from the formula: right but for rounding, which
    /// stays far below a second wherever the probability is not flat.
    /// </summary>
    internal static double ReachesAboutMs(Rhythm rhythm, double probability)
    {
        var wanted = Math.Log(probability / (1 - probability)) - HistoryLogOdds(rhythm);
        var silenceDays = (AlphaDays + rhythm.SpanDays) * (Math.Exp(wanted / (R + Repeats(rhythm))) - 1);
        return rhythm.LastActiveMs + (silenceDays * TimeSpan.MillisecondsPerDay);
    }

    private static int Repeats(Rhythm rhythm) => rhythm.ActiveDays - 1;
}
