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

    /// <summary>Takes the landmarks up to an interaction that is about to be folded.</summary>
    public static void SettleUpTo(long atMs, WorkspaceRules rules, Customer customer, Announcement announcement)
    {
        while (customer.LandmarkMs <= atMs)
        {
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
            var target = rules.Settings.Churn.Target;
            customer.LandmarkMs = LandmarkSchedule.NextMs(customer.FirstSeenMs, LandmarkSchedule.PhaseOf(customer.Id), target.HorizonMs, atMs);
        }
    }

    /// <summary>Takes note of when the next landmark may be taken.</summary>
    public static void Schedule(long atMs, WorkspaceRules rules, Customer customer) =>
        customer.LearnDueMs = customer.LandmarkMs >= Instants.MaxMs ? long.MaxValue : Math.Max(customer.LandmarkMs, atMs) + GraceMs;

    private static void Take(long landmarkMs, WorkspaceRules rules, Customer customer, Announcement announcement)
    {
        var (target, model) = (rules.Settings.Churn.Target, rules.Model);
        var cancellation = customer.Cancellation;
        if (customer.Pending is { } pending)
        {
            var hasLeft = LandmarkSchedule.HasLeft(pending, customer.LastActiveMs, cancellation.CancelledMs);
            announcement.Contribute(new OutcomeContribution(pending, hasLeft, model.LogOdds(pending), target));
        }

        var isAsked = LandmarkSchedule.IsAsked(target, landmarkMs, customer.LastActiveMs, cancellation.HasCancelled);
        customer.Pending = isAsked ? PendingPrediction.Make(model, target, customer.ToRiskInputs(), customer.Traits, landmarkMs) : null;
        customer.LandmarkMs = isAsked ? landmarkMs + target.HorizonMs : long.MaxValue;
    }
}
