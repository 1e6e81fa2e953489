using System.ComponentModel;
using CxGrains.Abstractions.Audit;

namespace CxGrains.Web.Audit;

/// <summary>An entry of the audit log.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When.</param>
/// <param name="By">The id of the key it was done with, or <c>user:NAME</c>.</param>
/// <param name="ByName">The name of the key or the user at the time.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">Stands for the customer, where it is about one: the same for all entries about the same one. Its id is not kept.</param>
/// <param name="Address">Where the request came from.</param>
/// <param name="Detail">Which thing, where it is no customer, or how many.</param>
[Description("Who read or changed what, and when.")]
internal sealed record AuditEntryView(long Id, DateTimeOffset At, string By, string ByName, string Action, string? Subject, string? Address, string? Detail)
{
    // Enough to tell customers apart, and no more to copy than needed.
    private const int SubjectChars = 16;

    /// <summary>The view of an entry.</summary>
    public static AuditEntryView Of(AuditEntry entry) => new(
        entry.Sequence,
        DateTimeOffset.FromUnixTimeMilliseconds(entry.AtMs),
        entry.By,
        entry.ByName,
        entry.Action,
        entry.Subject.Length == 0 ? null : entry.Subject[..SubjectChars],
        entry.Address.Length == 0 ? null : entry.Address,
        entry.Detail.Length == 0 ? null : entry.Detail);
}
