using CxGrains.Domain.Alerts;
using CxGrains.Domain.Channels;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Customers;

/// <summary>
/// Folds records into a customer. Pure: the outcome depends on the state, the record and its position alone.
/// A record at or before the customer's position changes nothing.
/// </summary>
public static class CustomerFold
{
    /// <summary>Folds an interaction.</summary>
    /// <param name="customer">The state, changed in place.</param>
    /// <param name="interaction">What happened.</param>
    /// <param name="survey">The survey it answers, as defined; null for other interactions.</param>
    /// <param name="context">What comes with the record.</param>
    /// <param name="announcement">Filled with what this means for others.</param>
    public static void Fold(Customer customer, Interaction interaction, SurveyDefinition? survey, in FoldContext context, Announcement announcement)
    {
        announcement.Begin(customer);
        if (context.Position > customer.Position)
        {
            customer.Position = context.Position;
            if (interaction.Type == InteractionTypes.Erase)
            {
                Erasure.Erase(customer, interaction, context, announcement);
            }
            else if (customer.MergedInto is { } into)
            {
                announcement.Effect = new ForwardEffect(into, interaction, context.IsNews);
            }
            else if (!IsRepeat(customer, interaction, context.Position))
            {
                Settlement.SettleUpTo(context, customer, announcement);
                Learning.SettleUpTo(interaction.AtMs, context.Rules, customer, announcement);
                customer.Health = customer.IsProfiled ? HealthSnapshot.Of(customer, context.NowMs) : default;
                var before = AlertSight.Of(customer, context.Rules, context.NowMs);
                var key = KeyOf(interaction, context);
                Count(customer, interaction, key, context);
                Apply(customer, interaction, survey, key, context, announcement);
                Settlement.Evaluate(context.NowMs, context, customer, announcement, interaction.AtMs);
                if (Profiling.Takes(customer, interaction))
                {
                    JourneyFold.Step(interaction, context, customer, announcement);
                }

                AlertFold.Happen(interaction, key, before, context, customer, announcement);
                AlertFold.Finish(context, customer, announcement);
                announcement.IsCounted = true;
                announcement.Channel = ChannelCount.Of(interaction);
                if (interaction.MergeInto is { } target)
                {
                    Merging.Leave(customer, target, announcement);
                }
            }
        }

        announcement.End(customer);
    }

    /// <summary>Folds what was merged into this customer, or passes it on where this one was merged away itself.</summary>
    /// <param name="customer">The state, changed in place.</param>
    /// <param name="merge">What is merged in.</param>
    /// <param name="names">Shares names.</param>
    /// <param name="context">What comes with the record.</param>
    /// <param name="announcement">Filled with what this means for others.</param>
    public static void FoldMerge(Customer customer, MergeEffect merge, NamePool names, in FoldContext context, Announcement announcement)
    {
        announcement.Begin(customer);
        if (context.Position > customer.Position)
        {
            customer.Position = context.Position;
            if (customer.MergedInto is { } into && merge.PassesThrough(customer.Id))
            {
                announcement.Effect = merge.To(into, customer.Id);
            }
            else
            {
                customer.MergedInto = null;
                Settlement.SettleUpTo(context, customer, announcement);
                var other = merge.Decode(names, context.Sources);
                Merging.Join(customer, other, context, announcement);
                customer.AddMergedIds(merge.Path.Concat(other.MergedIds));
                Profiling.Settle(context, customer, announcement);
                Settlement.Evaluate(context.NowMs, context, customer, announcement);
                AlertFold.Finish(context, customer, announcement);
            }
        }

        announcement.End(customer);
    }

    /// <summary>Erases an id that was merged into a customer which was erased.</summary>
    public static void FoldErase(Customer customer, in FoldContext context, Announcement announcement)
    {
        announcement.Begin(customer);
        if (context.Position > customer.Position)
        {
            customer.Position = context.Position;
            Erasure.Erase(customer, null, context, announcement);
        }

        announcement.End(customer);
    }

    /// <summary>Folds a due record: settles what time alone has changed, and evaluates by settings and model that are new.</summary>
    public static void FoldDue(Customer customer, in FoldContext context, Announcement announcement)
    {
        announcement.Begin(customer);
        if (context.Position > customer.Position)
        {
            customer.Position = context.Position;
            Settlement.SettleUpTo(context, customer, announcement);
            AlertFold.Finish(context, customer, announcement);
        }

        announcement.End(customer);
    }

    /// <summary>Folds what somebody did with one of the customer's alerts: who has taken it is not told again.</summary>
    public static void FoldAct(Customer customer, HandledAlert handled, in FoldContext context, Announcement announcement)
    {
        announcement.Begin(customer);
        if (context.Position > customer.Position)
        {
            customer.Position = context.Position;
            Settlement.SettleUpTo(context, customer, announcement);
            AlertFold.Finish(context, customer, announcement);
            if (customer.MergedInto is null)
            {
                AlertFold.Handle(handled, context, customer);
            }

            announcement.Handled = handled;
        }

        announcement.End(customer);
    }

    /// <summary>Folds a redefinition's step: evaluates the segments as now defined.</summary>
    public static void FoldRedefinition(Customer customer, in FoldContext context, Announcement announcement)
    {
        announcement.Begin(customer);
        if (context.Position > customer.Position)
        {
            customer.Position = context.Position;
            Settlement.SettleUpTo(context, customer, announcement);
            Settlement.Evaluate(context.NowMs, context, customer, announcement);
            AlertFold.Finish(context, customer, announcement);
        }

        announcement.End(customer);
    }

    private static bool IsRepeat(Customer customer, Interaction interaction, Position position)
    {
        if (interaction.IdFingerprint == 0)
        {
            return false;
        }

        if (customer.RecentIds.FirstSight(interaction.IdFingerprint) is not null)
        {
            return true;
        }

        customer.RecentIds.Add(interaction.IdFingerprint, position);
        return false;
    }

    // An interaction without an id of its own is known by its position, which no other has.
    private static ulong KeyOf(Interaction interaction, in FoldContext context) =>
        interaction.IdFingerprint != 0 ? interaction.IdFingerprint : Fingerprint.Of(context.Position.Value);

    private static void Count(Customer customer, Interaction interaction, ulong key, in FoldContext context)
    {
        customer.Interactions++;
        customer.FirstSeenMs = Math.Min(customer.FirstSeenMs, interaction.AtMs);
        if (Profiling.Takes(customer, interaction))
        {
            ProfileFold.Take(customer, interaction, key, context);
        }
    }

    private static void Apply(Customer customer, Interaction interaction, SurveyDefinition? survey, ulong key, in FoldContext context, Announcement announcement)
    {
        switch (interaction.Type)
        {
            case InteractionTypes.Purchase:
                customer.Purchases = customer.Purchases.With(1, interaction.Currency, interaction.Value ?? 0);
                break;
            case InteractionTypes.Refund:
                customer.Purchases = customer.Purchases.With(0, interaction.Currency, -(interaction.Value ?? 0));
                break;
            case InteractionTypes.Identify or InteractionTypes.Consent:
                SetTraits(customer, interaction, key);
                Profiling.Settle(context, customer, announcement);
                break;
            case InteractionTypes.Group:
                SetAccount(customer, interaction, key);
                break;
            case InteractionTypes.TicketOpened or InteractionTypes.TicketReplied or InteractionTypes.TicketResolved:
                TicketFold.Take(customer, interaction, key, announcement);
                break;
            case InteractionTypes.SurveySent when survey is not null:
                announcement.Sent = new SentSurvey(survey.Id, survey.Metric, survey.Scale, interaction.AtMs);
                break;
            case InteractionTypes.SurveyResponse when survey is not null && interaction.Answer is not null:
                TakeAnswer(customer, interaction, interaction.Answer, survey, key, announcement);
                break;
        }
    }

    private static void SetTraits(Customer customer, Interaction interaction, ulong key)
    {
        foreach (var trait in interaction.Traits ?? [])
        {
            customer.WritableTraits.Set(trait, new Stamp(interaction.AtMs, key));
        }
    }

    private static void SetAccount(Customer customer, Interaction interaction, ulong key)
    {
        var stamp = new Stamp(interaction.AtMs, key);
        if (stamp.Beats(customer.AccountStamp))
        {
            customer.Account = interaction.Account;
            customer.AccountStamp = stamp;
        }
    }

    private static void TakeAnswer(Customer customer, Interaction interaction, SurveyAnswer answer, SurveyDefinition survey, ulong key, Announcement announcement)
    {
        var responseKey = answer.Response is { } response ? Fingerprint.Of(response) ^ Fingerprint.Of(survey.Id) : key;
        var comment = Profiling.Takes(customer, interaction) ? answer.Comment : null;
        var contribution = new AnswerContribution(
            survey.Id, survey.Metric, survey.Scale, interaction.AtMs, answer.Score, interaction.Channel, interaction.Touchpoint, comment, customer.Id, responseKey);
        if (customer.WritableAnswers.Take(new KeptAnswer(contribution, answer.Revision, key), out var withdrawn))
        {
            announcement.AddedAnswer = contribution;
            announcement.WithdrawnAnswer = withdrawn?.Contribution;
        }
    }
}
