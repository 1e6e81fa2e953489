using System.Globalization;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Alerts;

/// <summary>
/// Whether a rule would have been raised for a customer within the last <see cref="Days"/> days, by what its state still knows: its latest
/// changes of band, answers, tickets and timeline, and its health and silence looked back upon as they are now. What the state has let go
/// of is not found, and what came late or with an import is, although it would have been no news.
/// </summary>
public static class AlertDryRun
{
    /// <summary>Days looked back.</summary>
    public const int Days = 7;

    /// <summary>Customers looked at in one dry run; where there are more it says that it is not complete.</summary>
    public const int CustomersMax = 100_000;

    /// <summary>Whether a customer may be one, by its row of the index: what need not be looked at closer.</summary>
    public static bool MayHit(CustomerEntry entry, AlertRule rule, long nowMs) =>
        (rule.Filter.Account is null || entry.Account == rule.Filter.Account)
        && (rule.Filter.ValueMin is not { } least || entry.Value >= least)
        && (rule.Condition.Days is not { } days || IsWithin(entry.LastSeenMs + (days * TimeSpan.MillisecondsPerDay), nowMs));

    /// <summary>When it would have been raised last, and why; null for not.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="rule">The rule, in force or not.</param>
    /// <param name="rules">What the workspace has defined.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public static (long AtMs, string Reason)? Of(Customer customer, AlertRule rule, WorkspaceRules rules, long nowMs) =>
        (customer.IsProfiled || !rule.Condition.IsOfProfile) && rule.Filter.Matches(customer, rules.Segments) && Find(customer, rule, rules, nowMs) is { } found && IsWithin(found.AtMs, nowMs) ? found : null;

    private static (long AtMs, string Reason)? Find(Customer customer, AlertRule rule, WorkspaceRules rules, long nowMs)
    {
        var condition = rule.Condition;
        switch (condition.Type)
        {
            case AlertConditionType.RiskBand:
                var rise = customer.BandChanges.LastOrDefault(change => change.To >= condition.Band && change.From < condition.Band);
                return rise == default ? null : (rise.AtMs, ChurnReasons.Silence(customer.Rhythm, rise.AtMs));
            case AlertConditionType.Detractor:
                return Answer(customer, SurveyMetric.Nps, NpsScore.DetractorMax, condition.Survey);
            case AlertConditionType.CsatAtMost:
                return Answer(customer, SurveyMetric.Csat, condition.Score!.Value, condition.Survey);
            case AlertConditionType.SlaBreach:
                var missed = (customer.Tickets?.All ?? []).SelectMany(ticket => new[] { ticket.FirstReply, ticket.Resolution })
                    .Where(target => target.Outcome == TicketOutcome.Breached && target.DueMs <= nowMs).Select(target => target.DueMs).DefaultIfEmpty().Max();
                return missed == 0 ? null : (missed, "A ticket missed its target");
            case AlertConditionType.Complaint:
                var complaint = customer.Timeline.Entries.Where(entry => entry.Source.Type == InteractionTypes.Complaint).OrderByDescending(entry => entry.AtMs).FirstOrDefault();
                return complaint == default ? null : (complaint.AtMs, "Complained");
            case AlertConditionType.CancelRequest:
                return (customer.Cancellation.RequestedMs, "Asked to cancel");
            case AlertConditionType.NoContact:
                return (customer.LastSeenMs + (condition.Days!.Value * TimeSpan.MillisecondsPerDay), string.Create(CultureInfo.InvariantCulture, $"No activity for {condition.Days} days"));
            case AlertConditionType.AdvocateLost:
                return AlertSight.IsAdvocateAt(customer, nowMs) ? null : (AlertSight.AdvocateUntilMs(customer), "Is no advocate any more");
            default:
                var now = HealthReading.Of(customer, rules.Settings.Health.Weights, nowMs);
                var then = HealthReading.Of(customer, rules.Settings.Health.Weights, nowMs - (Days * TimeSpan.MillisecondsPerDay));
                return now.Meets(condition) == true && then.Meets(condition) != true ? (nowMs, now.WordsFor(condition)) : null;
        }
    }

    private static (long AtMs, string Reason)? Answer(Customer customer, SurveyMetric metric, double scoreMax, string? survey)
    {
        var answer = customer.Answers.Select(kept => kept.Contribution)
            .LastOrDefault(answer => answer.Metric == metric && answer.Score <= scoreMax && (survey is null || answer.Survey == survey));
        return answer is null ? null : (answer.AtMs, string.Create(CultureInfo.InvariantCulture, $"Answered {answer.Score} of {answer.Scale} to {answer.Survey}"));
    }

    private static bool IsWithin(long atMs, long nowMs) => atMs <= nowMs && atMs > nowMs - (Days * TimeSpan.MillisecondsPerDay);
}
