using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Privacy;

/// <summary>
/// Removes a customer. What populations and surveys have counted of it stays, without its id and its words; who they count as a customer
/// now, and what of it is still open, is taken back.
/// </summary>
public static class Erasure
{
    /// <summary>Erases a customer; its state is empty afterwards, and wants to be thrown away.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="erase">The interaction that asks for it; null where it comes from an id that this one was merged into.</param>
    /// <param name="context">What comes with the record.</param>
    /// <param name="announcement">Filled with what it means for others.</param>
    public static void Erase(Customer customer, Interaction? erase, in FoldContext context, Announcement announcement)
    {
        foreach (var answer in customer.Answers)
        {
            announcement.Withdraw(answer.Contribution);
            announcement.Add(answer.Contribution with { Customer = "", Comment = null });
        }

        TicketFold.WithdrawOpen(customer, announcement);
        announcement.Erased = new ErasedCustomer(EmailsOf(customer), Tombstones.UntilMs(context.Rules.Settings, context.NowMs));
        announcement.Effect = customer.MergedInto is { } into && erase is not null
            ? new ForwardEffect(into, erase, context.IsNews)
            : EraseEffect.Of(customer.MergedIds);
        customer.Forget();
    }

    /// <summary>The e-mail addresses that are known of a customer.</summary>
    public static string[] EmailsOf(Customer customer) => customer.Trait("email") is { Text: { } email } ? [email] : [];
}
