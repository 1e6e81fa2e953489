namespace CxGrains.Web.Privacy;

/// <summary>A payload that could not be read, whole.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="At">When it came.</param>
/// <param name="Reason">Why it could not be read.</param>
/// <param name="Body">What was sent, as text.</param>
internal sealed record QuarantinedText(long Id, string Source, DateTimeOffset At, string Reason, string Body);
