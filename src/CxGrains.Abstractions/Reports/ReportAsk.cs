using CxGrains.Domain.Reports;

namespace CxGrains.Abstractions.Reports;

/// <summary>What is to be drawn.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Report">The report.</param>
/// <param name="FromDay">The first UTC day of the window, as days since 1970-01-01.</param>
/// <param name="ToDay">The last one.</param>
/// <param name="NowMs">When it is drawn, Unix milliseconds UTC: what it says of risk is of then.</param>
public sealed record ReportAsk(string Workspace, Report Report, int FromDay, int ToDay, long NowMs);
