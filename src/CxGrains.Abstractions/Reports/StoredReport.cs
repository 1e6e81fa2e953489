using CxGrains.Domain.Reports;

namespace CxGrains.Abstractions.Reports;

/// <summary>What a report's document holds. Members may be added; none changes its meaning.</summary>
internal sealed record StoredReport(Report Report, string Code, string Secret, long SinceMs);
