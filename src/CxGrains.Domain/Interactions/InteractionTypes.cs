using System.Collections.Frozen;

namespace CxGrains.Domain.Interactions;

/// <summary>The reserved interaction types and what each counts as. Other types are accepted and count as <see cref="InteractionKind.Other"/>.</summary>
public static class InteractionTypes
{
    /// <summary>A survey answer.</summary>
    public const string SurveyResponse = "survey_response";

    /// <summary>A survey that was sent; the denominator of the response rate.</summary>
    public const string SurveySent = "survey_sent";

    /// <summary>Sets traits.</summary>
    public const string Identify = "identify";

    /// <summary>Sets the account.</summary>
    public const string Group = "group";

    /// <summary>Records consent for a purpose.</summary>
    public const string Consent = "consent";

    /// <summary>A purchase with its <c>value</c>.</summary>
    public const string Purchase = "purchase";

    /// <summary>A subscription or contract goes on.</summary>
    public const string Renewed = "renewed";

    /// <summary>The customer complains.</summary>
    public const string Complaint = "complaint";

    /// <summary>The customer asks to leave.</summary>
    public const string CancelRequested = "cancel_requested";

    /// <summary>The customer has left.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Money given back.</summary>
    public const string Refund = "refund";

    /// <summary>A ticket was opened, or opened again.</summary>
    public const string TicketOpened = "ticket_opened";

    /// <summary>A ticket was answered.</summary>
    public const string TicketReplied = "ticket_replied";

    /// <summary>A ticket was resolved.</summary>
    public const string TicketResolved = "ticket_resolved";

    /// <summary>The customer brought another.</summary>
    public const string Referral = "referral";

    /// <summary>The customer reviewed the company in public.</summary>
    public const string Review = "review";

    /// <summary>Joins two ids of one person; reserved.</summary>
    public const string Alias = "alias";

    /// <summary>Removes a customer.</summary>
    public const string Erase = "erase";

    private static readonly FrozenDictionary<string, InteractionKind> Kinds = new Dictionary<string, InteractionKind>
    {
        ["visit"] = InteractionKind.Visit,
        ["page"] = InteractionKind.Visit,
        ["search"] = InteractionKind.Visit,
        ["login"] = InteractionKind.Visit,
        ["feature_used"] = InteractionKind.Usage,
        ["goal_started"] = InteractionKind.Usage,
        ["goal_completed"] = InteractionKind.Usage,
        [Purchase] = InteractionKind.Purchase,
        [Renewed] = InteractionKind.Purchase,
        ["message"] = InteractionKind.Conversation,
        ["call"] = InteractionKind.Conversation,
        [Complaint] = InteractionKind.Support,
        [TicketOpened] = InteractionKind.Support,
        [TicketReplied] = InteractionKind.Passive,
        [TicketResolved] = InteractionKind.Passive,
        ["email_opened"] = InteractionKind.Email,
        ["email_clicked"] = InteractionKind.Email,
        [SurveyResponse] = InteractionKind.Feedback,
        [Referral] = InteractionKind.Feedback,
        [Review] = InteractionKind.Feedback,
        ["email_sent"] = InteractionKind.Passive,
        [SurveySent] = InteractionKind.Passive,
        [Identify] = InteractionKind.Passive,
        [Group] = InteractionKind.Passive,
        [Consent] = InteractionKind.Passive,
        [Refund] = InteractionKind.Passive,
        [CancelRequested] = InteractionKind.Passive,
        [Cancelled] = InteractionKind.Passive,
        [Alias] = InteractionKind.Passive,
        [Erase] = InteractionKind.Passive,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The reserved types.</summary>
    public static IReadOnlyCollection<string> Reserved => Kinds.Keys;

    /// <summary>What a type counts as.</summary>
    public static InteractionKind KindOf(string type) => Kinds.GetValueOrDefault(type, InteractionKind.Other);
}
