using System.Globalization;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Alerts;

/// <summary>
/// What a record means for the workspace's alert rules. Causes are noted while it is folded and become alerts when it is done, so that what
/// began and ended within one record raises nothing.
/// </summary>
internal static class AlertFold
{
    /// <summary>Whether something is news: neither the record that shows it nor its cause is too old for that.</summary>
    public static bool IsNews(long causeMs, in FoldContext context) => context.IsNews && context.NowMs - causeMs <= Alert.NewsMsMax;

    /// <summary>Notes that a customer's band has risen; a band that fell takes back what the same record had noted.</summary>
    public static void ChangeBand(
        RiskBand band, long causeMs, double probability, in FoldContext context, Customer customer, Announcement announcement)
    {
        var isNews = IsNews(causeMs, context);
        foreach (var rule in context.Rules.Alerts.Triggers.RiskBand)
        {
            var asked = rule.Condition.Band;
            if (band < asked)
            {
                announcement.TakeBack(rule);
            }
            else if (customer.Band < asked && isNews)
            {
                announcement.Note(new AlertCause(rule, causeMs, KeyOf(causeMs), RiskReason(context.Rules.Model, customer, causeMs), probability));
            }
        }
    }

    /// <summary>Notes what an interaction means, once it is folded.</summary>
    /// <param name="interaction">What happened.</param>
    /// <param name="key">The interaction's own key.</param>
    /// <param name="before">What was seen of the customer before.</param>
    /// <param name="context">What comes with the record.</param>
    /// <param name="customer">The customer as it stands now.</param>
    /// <param name="announcement">Takes the causes.</param>
    public static void Happen(Interaction interaction, ulong key, in AlertSight before, in FoldContext context, Customer customer, Announcement announcement)
    {
        if (!IsNews(interaction.AtMs, context))
        {
            return;
        }

        var triggers = context.Rules.Alerts.Triggers;
        foreach (var rule in triggers.On(interaction.Type))
        {
            var what = rule.Condition.Type == AlertConditionType.Complaint ? "Complained" : "Asked to cancel";
            announcement.Note(new AlertCause(rule, interaction.AtMs, KeyOf(key), With(what, interaction.Label), null));
        }

        if (announcement.AddedAnswer is { } answer)
        {
            Answer(answer, triggers, announcement);
        }

        if (customer.IsProfiled)
        {
            Compare(before, AlertSight.Of(customer, context.Rules, context.NowMs), interaction.AtMs, triggers, announcement);
        }
    }

    /// <summary>Notes what time alone has brought about at the very instant at which the customer was due.</summary>
    public static void ComeDue(long atMs, in FoldContext context, Customer customer, Announcement announcement)
    {
        var triggers = context.Rules.Alerts.Triggers;
        if (!context.Rules.Alerts.IsTimed || !customer.IsProfiled || !IsNews(atMs, context))
        {
            return;
        }

        foreach (var rule in triggers.NoContact)
        {
            if (DueMs(rule, customer) == atMs)
            {
                announcement.Note(new AlertCause(rule, atMs, KeyOf(atMs), string.Create(CultureInfo.InvariantCulture, $"No activity for {rule.Condition.Days} days"), null));
            }
        }

        Compare(AlertSight.Of(customer, context.Rules, atMs - 1), AlertSight.Of(customer, context.Rules, atMs), atMs, triggers, announcement);
    }

    /// <summary>Notes that a ticket has missed a target.</summary>
    public static void Breach(Ticket ticket, TicketTarget target, string of, in FoldContext context, Announcement announcement)
    {
        if (IsNews(target.DueMs, context))
        {
            foreach (var rule in context.Rules.Alerts.Triggers.SlaBreach)
            {
                var reason = ticket.Id is null ? $"A ticket missed its target for the {of}" : $"Ticket {ticket.Id} missed its target for the {of}";
                announcement.Note(new AlertCause(rule, target.DueMs, $"{KeyOf(ticket.Key)}-{of.Replace(' ', '-')}", reason, null));
            }
        }
    }

    /// <summary>When time alone brings a rule about next; <see cref="long.MaxValue"/> for never.</summary>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    /// <param name="isEvent">Whether something has just happened, rather than time passed.</param>
    /// <param name="context">What comes with the record.</param>
    /// <param name="customer">The customer.</param>
    public static long NextDueMs(long atMs, bool isEvent, in FoldContext context, Customer customer)
    {
        var triggers = context.Rules.Alerts.Triggers;
        var nextMs = triggers.Health.Length > 0 ? HealthWatch.NextMs(triggers.Health, context.Rules.Settings.Health.Weights, customer, atMs, isExact: !isEvent) : long.MaxValue;
        foreach (var rule in triggers.NoContact)
        {
            nextMs = DueMs(rule, customer) is var dueMs && dueMs > atMs ? Math.Min(nextMs, dueMs) : nextMs;
        }

        return triggers.AdvocateLost.Length > 0 && AlertSight.AdvocateUntilMs(customer) is var untilMs && untilMs > atMs ? Math.Min(nextMs, untilMs) : nextMs;
    }

    /// <summary>Ends a record: what was noted becomes alerts where no cooldown and nobody who handles one is in the way, and what has gone is told.</summary>
    public static void Finish(in FoldContext context, Customer customer, Announcement announcement)
    {
        if (customer.Alerts is not null)
        {
            Recover(context, customer, announcement);
        }

        for (var i = 0; i < announcement.Causes.Count; i++)
        {
            var cause = announcement.Causes[i];
            if (cause.Rule.Filter.Matches(customer, context.Rules.Segments))
            {
                Raise(cause, context, customer, announcement);
            }
        }
    }

    /// <summary>Lets a customer remember that somebody handles an alert of it, or is through with it.</summary>
    public static void Handle(HandledAlert handled, in FoldContext context, Customer customer)
    {
        var key = Fingerprint.Of(handled.Rule);
        var known = AlertMemory.Find(customer.Alerts, key) ?? new RaisedFor(key, 0, [], Stands: false);
        var entry = known.After(Fingerprint.Of(handled.Id), handled.Act, context.NowMs);
        customer.Alerts = AlertMemory.With(customer.Alerts, entry, context.Rules.Alerts.Triggers, context.NowMs);
    }

    /// <summary>Whether a rule's cause is there in a customer's state; true where a state cannot tell, as of a complaint.</summary>
    public static bool Stands(AlertRule rule, WorkspaceRules rules, Customer customer, long atMs)
    {
        var condition = rule.Condition;
        return condition.Type switch
        {
            _ when condition.IsOfProfile && !customer.IsProfiled => false,
            AlertConditionType.RiskBand => customer.Band >= condition.Band,
            AlertConditionType.NoContact => DueMs(rule, customer) <= atMs,
            AlertConditionType.HealthBelow or AlertConditionType.HealthDrop => HealthReading.Of(customer, rules.Settings.Health.Weights, atMs).Meets(condition) != false,
            AlertConditionType.Detractor => customer.LatestAnswer(SurveyMetric.Nps) is not { Score: > NpsScore.DetractorMax },
            AlertConditionType.CsatAtMost => customer.LatestAnswer(SurveyMetric.Csat) is not { } answer || answer.Score <= condition.Score,
            AlertConditionType.SlaBreach => customer.Tickets?.All.Any(ticket => ticket.IsOverdue) ?? false,
            AlertConditionType.CancelRequest => customer.Cancellation.IsRequested(customer.RenewedMs),
            AlertConditionType.AdvocateLost => !AlertSight.IsAdvocateAt(customer, atMs),
            _ => true,
        };
    }

    private static void Answer(AnswerContribution answer, AlertTriggers triggers, Announcement announcement)
    {
        // An edit of an answer is no second one.
        var key = KeyOf(answer.Key);
        foreach (var rule in answer.Metric switch { SurveyMetric.Nps => triggers.Detractor, SurveyMetric.Csat => triggers.Csat, _ => [] })
        {
            var scoreMax = rule.Condition.Score ?? NpsScore.DetractorMax;
            var before = announcement.WithdrawnAnswer is { } withdrawn && withdrawn.Score <= scoreMax;
            if (answer.Score <= scoreMax && !before && (rule.Condition.Survey is null || rule.Condition.Survey == answer.Survey))
            {
                var what = string.Create(CultureInfo.InvariantCulture, $"Answered {answer.Score} of {answer.Scale} to {answer.Survey}");
                announcement.Note(new AlertCause(rule, answer.AtMs, key, With(what, answer.Comment), null));
            }
        }
    }

    private static void Compare(in AlertSight before, in AlertSight after, long causeMs, AlertTriggers triggers, Announcement announcement)
    {
        foreach (var rule in triggers.Health)
        {
            if (before.Health.Meets(rule.Condition) == false && after.Health.Meets(rule.Condition) == true)
            {
                announcement.Note(new AlertCause(rule, causeMs, KeyOf(causeMs), after.Health.WordsFor(rule.Condition), null));
            }
        }

        if (before.IsAdvocate && !after.IsAdvocate)
        {
            foreach (var rule in triggers.AdvocateLost)
            {
                announcement.Note(new AlertCause(rule, causeMs, KeyOf(causeMs), "Is no advocate any more", null));
            }
        }
    }

    private static void Recover(in FoldContext context, Customer customer, Announcement announcement)
    {
        var triggers = context.Rules.Alerts.Triggers;
        foreach (var remembered in customer.Alerts!.All)
        {
            var raised = remembered.Bounded(context.NowMs);
            if (raised.Handled != remembered.Handled)
            {
                customer.Alerts = AlertMemory.With(customer.Alerts, raised, triggers, context.NowMs);
            }

            if (raised.Stands && triggers.Find(raised.Rule) is { } rule && !Stands(rule, context.Rules, customer, context.NowMs))
            {
                announcement.Recover(rule.Id);
                customer.Alerts = AlertMemory.With(customer.Alerts, raised with { Stands = false }, triggers, context.NowMs);
            }
        }
    }

    private static void Raise(AlertCause cause, in FoldContext context, Customer customer, Announcement announcement)
    {
        var rule = cause.Rule;
        var known = AlertMemory.Find(customer.Alerts, rule.Key);
        var isGrouped = rule.Grouping == AlertGrouping.Account && customer.Account is not null;
        var isMuted = known is { } raised && (raised.IsMutedAt(context.NowMs) || (isGrouped
            ? WindowOf(rule, raised.LastMs) == WindowOf(rule, cause.AtMs)
            : rule.CooldownMs > 0 && cause.AtMs - raised.LastMs < rule.CooldownMs));
        if (isMuted || announcement.Raised.Count == Alert.RaisedMax)
        {
            return;
        }

        // Accounts have their customers in several partitions, which know nothing of each other: windows that begin at the same instants
        // everywhere give all of them one id, and it is taken once.
        var id = isGrouped
            ? Alert.IdOfAccount(rule.Id, customer.Account!, WindowOf(rule, cause.AtMs))
            : Alert.IdOf(rule.Id, customer.Id, cause.Key);
        announcement.Raise(new Alert(id, rule.Id, customer.Id, cause.AtMs, cause.Reason, cause.Probability)
        {
            RuleName = rule.Name,
            Severity = rule.Severity,
            Condition = rule.Condition.Type,
            Grouping = isGrouped ? AlertGrouping.Account : AlertGrouping.Customer,
            Owner = rule.Owner,
            Name = customer.Trait("name")?.Text,
            Account = customer.Account,
            HeldUntilMs = rule.HeldUntilMs(context.NowMs),
        });
        var stands = Stands(rule, context.Rules, customer, context.NowMs);
        var memory = new RaisedFor(rule.Key, cause.AtMs, known?.Handled ?? [], stands && rule.Condition.Type != AlertConditionType.Complaint);
        customer.Alerts = AlertMemory.With(customer.Alerts, memory, context.Rules.Alerts.Triggers, context.NowMs);
    }

    // What raises the risk most; the prior knows of silence and of what was said of leaving.
    private static string RiskReason(PublishedModel model, Customer customer, long atMs)
    {
        var drivers = model.IsLearned ? ChurnDrivers.Of(model, customer.ToRiskInputs(), customer.Traits, atMs) : null;
        var raising = drivers?.Top.Where(driver => driver.LogOdds > 0).Select(driver => driver.Words).FirstOrDefault();
        return raising ?? ChurnReasons.Of(customer.Rhythm, customer.Departure, atMs);
    }

    private static long WindowOf(AlertRule rule, long atMs) => atMs / rule.CooldownMs;

    private static long DueMs(AlertRule rule, Customer customer) => customer.LastSeenMs + (rule.Condition.Days!.Value * TimeSpan.MillisecondsPerDay);

    private static string KeyOf(long atMs) => atMs.ToString(CultureInfo.InvariantCulture);

    private static string KeyOf(ulong key) => key.ToString("x16", CultureInfo.InvariantCulture);

    private static string With(string what, string? said) => string.IsNullOrEmpty(said) ? what : $"{what}: {Excerpt.Shorten(said, Alert.SaidCharsMax)}";
}
