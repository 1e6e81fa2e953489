using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Customers;

/// <summary>
/// A customer's part in learning: at its landmarks what became of the last prediction is told, and the next is made. A landmark is
/// taken before the first interaction behind it is folded, or, where none comes, a while after it.
/// </summary>
internal static class Learning
{
    /// <summary>
    /// How long after a customer's last record its silence is not believed yet: an import brings years in minutes, and what it has not
    /// brought yet is no silence.
    /// </summary>
    public const long GraceMs = 60 * 60_000;

    /// <summary>Landmarks taken before one interaction; further ones are passed over.</summary>
    public const int LandmarksAtOnceMax = 16;

    /// <summary>Takes the landmarks up to an interaction that is about to be folded.</summary>
    public static void SettleUpTo(long atMs, WorkspaceRules rules, Customer customer, Announcement announcement)
    {
        for (var taken = 0; customer.LandmarkMs <= atMs; taken++)
        {
            if (taken == LandmarksAtOnceMax)
            {
                // One customer whose clock went astray by decades must not teach the model thousands of times.
                customer.Pending = null;
                customer.LandmarkMs = NextLandmarkMs(atMs + 1, rules, customer);
                return;
            }

            Take(customer.LandmarkMs, rules, customer, announcement);
        }
    }

    /// <summary>Takes the landmarks that are due at an instant without any interaction behind them.</summary>
    public static void SettleDue(long dueMs, WorkspaceRules rules, Customer customer, Announcement announcement)
    {
        if (customer.LearnDueMs <= dueMs)
        {
            SettleUpTo(dueMs - GraceMs, rules, customer, announcement);
        }
    }

    /// <summary>Begins to ask about a customer that was not asked about, because it is new or has returned.</summary>
    /// <param name="atMs">Its activity.</param>
    /// <param name="rules">What the workspace has defined.</param>
    /// <param name="customer">The customer.</param>
    public static void Begin(long atMs, WorkspaceRules rules, Customer customer)
    {
        if (customer.LandmarkMs == long.MaxValue)
        {
            // What arrives late must not have a landmark taken twice.
            customer.LandmarkMs = NextLandmarkMs(Math.Max(atMs, customer.LandmarkTakenMs + 1), rules, customer);
        }
    }

    /// <summary>Takes note of when the next landmark may be taken.</summary>
    public static void Schedule(long atMs, WorkspaceRules rules, Customer customer) =>
        customer.LearnDueMs = customer.LandmarkMs >= Instants.MaxMs ? long.MaxValue : Math.Max(customer.LandmarkMs, atMs) + GraceMs;

    private static long NextLandmarkMs(long fromMs, WorkspaceRules rules, Customer customer) => LandmarkSchedule.NextMs(
        customer.FirstSeenMs, LandmarkSchedule.PhaseOf(customer.Id), rules.Settings.Churn.Target.HorizonMs, fromMs);

    private static void Take(long landmarkMs, WorkspaceRules rules, Customer customer, Announcement announcement)
    {
        var (target, model) = (rules.Settings.Churn.Target, rules.Model);
        var cancellation = customer.Cancellation;
        if (customer.Pending is { } pending)
        {
            var hasLeft = LandmarkSchedule.HasLeft(pending, customer.LastActiveMs, cancellation.CancelledMs);
            announcement.Contribute(new OutcomeContribution(pending, hasLeft, model.LogOdds(pending), target));
        }

        customer.LandmarkTakenMs = landmarkMs;
        var isAsked = LandmarkSchedule.IsAsked(target, landmarkMs, customer.LastActiveMs, cancellation.HasCancelled(customer.RenewedMs));
        customer.Pending = isAsked ? PendingPrediction.Make(model, target, customer.ToRiskInputs(), customer.Traits, landmarkMs) : null;
        customer.LandmarkMs = isAsked ? landmarkMs + target.HorizonMs : long.MaxValue;
    }
}
