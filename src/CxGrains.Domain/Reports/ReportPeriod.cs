namespace CxGrains.Domain.Reports;

/// <summary>One turn of a report's schedule.</summary>
/// <param name="Key">The week as <c>2026-W48</c> or the month as <c>2026-12</c>, of the local date; each is issued once.</param>
/// <param name="DueMs">When it is issued, Unix milliseconds UTC.</param>
public sealed record ReportPeriod(string Key, long DueMs);
