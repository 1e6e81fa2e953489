namespace CxGrains.Abstractions.Audit;

/// <summary>An entry of the audit log.</summary>
/// <param name="Sequence">Its number, from 1; later entries have higher ones.</param>
/// <param name="AtMs">When, Unix milliseconds UTC.</param>
/// <param name="By">The id of the key, or <c>user:NAME</c>.</param>
/// <param name="ByName">The name of the key or the user at the time.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">The customer's keyed hash, as <see cref="AuditSubject"/> makes it; empty where it is not about one.</param>
/// <param name="Address">Where the request came from; empty where it is not known.</param>
/// <param name="Detail">Which thing, where it is no customer; may be empty.</param>
public sealed record AuditEntry(long Sequence, long AtMs, string By, string ByName, string Action, string Subject, string Address, string Detail);
