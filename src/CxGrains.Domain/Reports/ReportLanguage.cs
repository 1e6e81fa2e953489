namespace CxGrains.Domain.Reports;

/// <summary>The languages that reports are written in. The names are stored.</summary>
public enum ReportLanguage
{
    /// <summary>English.</summary>
    En = 0,

    /// <summary>Arabic, which reads from the right.</summary>
    Ar = 1,

    /// <summary>Thai.</summary>
    Th = 2,
}
