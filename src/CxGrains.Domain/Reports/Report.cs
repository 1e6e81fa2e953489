namespace CxGrains.Domain.Reports;

/// <summary>A summary of a page that is issued by a schedule, for people who do not open the dashboard.</summary>
public sealed record Report
{
    /// <summary>Its id in the workspace, 1 to <see cref="ReportLimits.IdCharsMax"/> of letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The display name, at most <see cref="Limits.DisplayNameCharsMax"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows.</summary>
    public required ReportPage Page { get; init; }

    /// <summary>UTC days in its window, <see cref="ReportLimits.WindowDaysMin"/> to <see cref="ReportLimits.WindowDaysMax"/>, held against as many before.</summary>
    public required int WindowDays { get; init; }

    /// <summary>When it is issued.</summary>
    public required ReportSchedule Schedule { get; init; }

    /// <summary>The language that it is written in.</summary>
    public required ReportLanguage Language { get; init; }

    /// <summary>The destinations of kind e-mail that it is sent to, at most <see cref="ReportLimits.RecipientsMax"/>.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Whether it names customers. False leaves out all that is about one of them.</summary>
    public required bool IncludeCustomers { get; init; }

    /// <summary>Whether its schedule is kept; by hand it is issued all the same.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Counts its changes, from 1; 0 where it is not stored yet.</summary>
    public int Version { get; init; }
}
