using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Customers;

/// <summary>What an interaction adds to a customer's profile: all that goes when it does not want to be profiled, see <see cref="Customer.ForgetProfile"/>.</summary>
internal static class ProfileFold
{
    /// <summary>Takes an interaction in that belongs to the profile.</summary>
    /// <param name="customer">The customer; it counts the interaction already.</param>
    /// <param name="interaction">What happened.</param>
    /// <param name="key">The interaction's own key.</param>
    /// <param name="context">What comes with the record.</param>
    public static void Take(Customer customer, Interaction interaction, ulong key, in FoldContext context)
    {
        if (interaction.Kind != InteractionKind.Passive)
        {
            customer.AddToTrend(interaction.AtMs);
            customer.AddActivity(interaction.AtMs);
        }

        customer.Engagement = customer.Engagement.With(interaction.Kind, interaction.AtMs);
        Learning.Begin(Math.Max(interaction.AtMs, customer.LastActiveMs), context.Rules, customer);

        if (interaction.Channel is { } channel)
        {
            customer.Channels.Add(channel);
        }

        if (interaction.Type is not (InteractionTypes.Identify or InteractionTypes.Group or InteractionTypes.Consent or InteractionTypes.Alias))
        {
            var source = context.Sources.Share(interaction.Type, interaction.Channel, interaction.Touchpoint, interaction.Currency);
            var isAnswer = interaction.Type == InteractionTypes.SurveyResponse && interaction.Answer is not null;
            var value = isAnswer ? interaction.Answer!.Score : interaction.Value is { } amount ? (double)amount : double.NaN;
            var label = isAnswer ? Shorten(interaction.Answer!.Comment) : interaction.Label;
            customer.Timeline.Add(new TimelineEntry(interaction.AtMs, key, source, value, label), context.Sources);
        }

        TakeAct(customer, interaction);
    }

    private static void TakeAct(Customer customer, Interaction interaction)
    {
        switch (interaction.Type)
        {
            case InteractionTypes.Purchase:
                customer.BuyingTimes = (customer.BuyingTimes ?? BuyingTimes.None).WithPurchase(interaction.AtMs);
                break;
            case InteractionTypes.Renewed:
                customer.BuyingTimes = (customer.BuyingTimes ?? BuyingTimes.None).WithRenewal(interaction.AtMs);
                break;
            case InteractionTypes.Referral:
                customer.AdvocacyActs = (customer.AdvocacyActs ?? AdvocacyActs.None).WithReferral(interaction.AtMs);
                break;
            case InteractionTypes.Review:
                customer.AdvocacyActs = (customer.AdvocacyActs ?? AdvocacyActs.None).WithReview(interaction.AtMs);
                break;
            case InteractionTypes.CancelRequested:
                customer.Cancellation = customer.Cancellation with { RequestedMs = Math.Max(customer.Cancellation.RequestedMs, interaction.AtMs) };
                break;
            case InteractionTypes.Cancelled:
                customer.Cancellation = customer.Cancellation with { CancelledMs = Math.Max(customer.Cancellation.CancelledMs, interaction.AtMs) };
                break;
        }
    }

    // The ellipsis counts.
    private static string? Shorten(string? comment) =>
        comment is null || comment.Length <= Limits.LabelCharsMax ? comment : Excerpt.Shorten(comment, Limits.LabelCharsMax - 1);
}
