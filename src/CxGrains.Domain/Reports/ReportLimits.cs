namespace CxGrains.Domain.Reports;

/// <summary>The bounds of reports.</summary>
public static class ReportLimits
{
    /// <summary>Reports of a workspace.</summary>
    public const int ReportsMax = 20;

    /// <summary>Issues kept of a report; the oldest are let go, and with them their links. The latest scheduled one stays beside them.</summary>
    public const int IssuesMax = 26;

    /// <summary>Destinations that one report is sent to.</summary>
    public const int RecipientsMax = 10;

    /// <summary>Characters of a report's id.</summary>
    public const int IdCharsMax = 64;

    /// <summary>Fewest days of a report's window.</summary>
    public const int WindowDaysMin = 1;

    /// <summary>Most days of a report's window.</summary>
    public const int WindowDaysMax = 365;

    /// <summary>The last day of a month that a report may be issued on: every month has it.</summary>
    public const int MonthDayMax = 28;

    /// <summary>Bytes of one issue's page, as it is served.</summary>
    public const int PageBytesMax = 256 * 1024;

    /// <summary>Characters of one issue's page as it is stored, compressed and in base64.</summary>
    public const int PageStoredCharsMax = 56 * 1024;

    /// <summary>Figures in one report's e-mail.</summary>
    public const int MailFactsMax = 12;

    /// <summary>Customers named in one issue.</summary>
    public const int CustomersNamedMax = 60;
}
