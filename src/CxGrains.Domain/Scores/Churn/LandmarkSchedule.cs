namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// When a customer is asked about: at its landmarks first seen + (u + k) H for k = 0, 1, ..., where u in [0, 1) comes from its id,
/// so that a workspace's predictions spread evenly over time and over what a customer is doing. What became of a prediction is
/// settled at its deadline, one horizon later and never earlier: settling returns as they happen would learn from quick returns
/// first. Landmarking: van Houwelingen, "Dynamic prediction by landmarking in event history analysis", Scand. J. Stat. 34 (2007).
/// </summary>
public static class LandmarkSchedule
{
    /// <summary>Where within a horizon a customer's landmarks lie, 0 to 1, 1 excluded.</summary>
    public static double PhaseOf(string customerId) => (Fingerprint.Of(customerId) >> 11) * (1.0 / (1L << 53));

    /// <summary>The first landmark at or after an instant; <see cref="long.MaxValue"/> beyond <see cref="Instants.MaxMs"/>.</summary>
    /// <param name="firstSeenMs">The customer's first sight. Where late data moves it, the landmarks to come move with it.</param>
    /// <param name="phase">Of <see cref="PhaseOf"/>.</param>
    /// <param name="horizonMs">Above 0.</param>
    /// <param name="fromMs">The instant: the deadline of the prediction before, the return of a customer, or the first sight.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is 0 or below.</exception>
    public static long NextMs(long firstSeenMs, double phase, long horizonMs, long fromMs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(horizonMs, 0);
        if (firstSeenMs > Instants.MaxMs || fromMs > Instants.MaxMs)
        {
            return long.MaxValue;
        }

        var landmarkMs = firstSeenMs + (long)(phase * horizonMs);
        if (fromMs > landmarkMs)
        {
            var behindMs = fromMs - landmarkMs;
            landmarkMs += ((behindMs + horizonMs - 1) / horizonMs) * horizonMs;
        }

        return landmarkMs <= Instants.MaxMs ? landmarkMs : long.MaxValue;
    }

    /// <summary>
    /// Whether a customer is asked about at a landmark. Where silence is leaving, one that was silent through two predictions in a
    /// row (for two horizons) is not, until it returns: it would be the same question and answer for ever, and teach nothing else.
    /// Where leaving is explicit, one that has cancelled is not.
    /// </summary>
    /// <param name="target">What is asked.</param>
    /// <param name="landmarkMs">The landmark.</param>
    /// <param name="lastActiveMs">The last activity; 0 where there was none.</param>
    /// <param name="hasCancelled">Whether the customer has cancelled, and not come back since.</param>
    public static bool IsAsked(ChurnTarget target, long landmarkMs, long lastActiveMs, bool hasCancelled) =>
        target.Mode == ChurnMode.Cancellation
            ? !hasCancelled
            : lastActiveMs > 0 && lastActiveMs > landmarkMs - (2 * target.HorizonMs);

    /// <summary>What became of a prediction, asked at its deadline, before anything later is folded.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="lastActiveMs">The last activity; 0 where there was none.</param>
    /// <param name="cancelledMs">The latest cancellation; 0 where there was none.</param>
    /// <returns>Whether the customer left.</returns>
    public static bool HasLeft(PendingPrediction prediction, long lastActiveMs, long cancelledMs) =>
        prediction.Target.Mode == ChurnMode.Cancellation
            ? cancelledMs > prediction.AtMs && cancelledMs <= prediction.DeadlineMs
            : lastActiveMs <= prediction.AtMs;
}
