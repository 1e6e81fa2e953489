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
    private const double R = 1;
    private const double AlphaDays = 30;
    private const double A = 1;
    private const double B = 4;

    /// <summary>The probability that the customer has left by <paramref name="atMs"/>, above 0 and below 1; null without any activity.</summary>
    public static double? Probability(Rhythm rhythm, long atMs) =>
        rhythm.ActiveDays == 0 ? null : 1 / (1 + Math.Exp(-(HistoryLogOdds(rhythm) + SilenceLogOdds(rhythm, atMs))));

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

    /// <summary>The part of the log-odds that the silence since explains: (r+x) ln((alpha+T)/(alpha+t_x)).</summary>
    public static double SilenceLogOdds(Rhythm rhythm, long atMs) =>
        (R + Repeats(rhythm)) * Math.Log(1 + (rhythm.SilenceDays(atMs) / (AlphaDays + rhythm.SpanDays)));

    /// <summary>
    /// The first instant, Unix milliseconds UTC, at which the probability reaches <paramref name="probability"/> if silence goes on;
    /// <see cref="long.MaxValue"/> without activity. Silence only raises the probability, so there is one such instant.
    /// </summary>
    /// <param name="rhythm">The customer's rhythm.</param>
    /// <param name="probability">Above 0 and below 1.</param>
    public static long ReachesMs(Rhythm rhythm, double probability)
    {
        if (rhythm.ActiveDays == 0)
        {
            return long.MaxValue;
        }

        var wanted = Math.Log(probability / (1 - probability)) - HistoryLogOdds(rhythm);
        var silenceDays = (AlphaDays + rhythm.SpanDays) * (Math.Exp(wanted / (R + Repeats(rhythm))) - 1);
        var atMs = rhythm.LastActiveMs + (Math.Max(0, silenceDays) * TimeSpan.MillisecondsPerDay);
        if (atMs >= Instants.MaxMs)
        {
            return long.MaxValue;
        }

        // The closed form is exact only to the rounding of Exp and Log; step to the first millisecond that really is past it.
        var candidate = (long)atMs;
        while (Probability(rhythm, candidate) < probability)
        {
            candidate++;
        }

        return candidate;
    }

    private static int Repeats(Rhythm rhythm) => rhythm.ActiveDays - 1;
}
