namespace CxGrains.Domain.Reports;

/// <summary>How often a report is issued. The names are stored.</summary>
public enum ReportCadence
{
    /// <summary>Once a week, counted as ISO 8601 counts them: from Monday.</summary>
    Weekly = 0,

    /// <summary>Once a calendar month.</summary>
    Monthly = 1,
}
