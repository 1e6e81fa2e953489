namespace CxGrains.Web.Audit;

/// <summary>A page of the audit log.</summary>
/// <param name="Entries">The entries, the newest first.</param>
/// <param name="Next">The <c>before</c> of the next page; absent on the last.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntryView> Entries, long? Next);
