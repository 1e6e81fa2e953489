namespace CxGrains.Domain.Interactions;

/// <summary>What an interaction counts as in engagement. The numbers are stored; never renumber.</summary>
public enum InteractionKind : byte
{
    /// <summary>Any type without a meaning of its own.</summary>
    Other = 0,

    /// <summary>Visits, pages, searches, logins.</summary>
    Visit = 1,

    /// <summary>Use of a feature, goals.</summary>
    Usage = 2,

    /// <summary>Purchases and renewals.</summary>
    Purchase = 3,

    /// <summary>Messages and calls.</summary>
    Conversation = 4,

    /// <summary>Tickets and complaints.</summary>
    Support = 5,

    /// <summary>E-mails opened and clicked.</summary>
    Email = 6,

    /// <summary>Survey answers, referrals, reviews.</summary>
    Feedback = 7,

    /// <summary>What the company does or records (e-mail sent, survey sent, traits, refunds, cancellations): no activity of the customer's.</summary>
    Passive = 8,
}
