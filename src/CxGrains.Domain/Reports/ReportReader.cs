using System.Text.Json;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Reports;

/// <summary>Reads a report as sent. Every fault names the field by its path.</summary>
public static class ReportReader
{
    /// <summary>Days of the window of a weekly report that names none.</summary>
    public const int WeekDays = 7;

    /// <summary>Days of the window of a monthly report that names none.</summary>
    public const int MonthDays = 30;

    /// <summary>The report; what is left out has its default.</summary>
    /// <param name="json">The object.</param>
    /// <param name="id">Its id, which the body may repeat.</param>
    /// <exception cref="InvalidFieldException">A field is unknown, missing, or outside its range.</exception>
    public static Report Read(JsonElement json, string id)
    {
        var root = new SettingsObject(
            json, "", "id", "version", "name", "page", "windowDays", "schedule", "language", "recipients", "includeCustomers", "enabled");
        if (root.FindText("id", Limits.IdCharsMax) is { } stated && stated != id)
        {
            throw root.Fault("id", $"{Offending.Text(stated)} is not the path's id {Offending.Text(id)}");
        }

        var schedule = ReadSchedule(root);
        var windowDays = schedule.Every == ReportCadence.Weekly ? WeekDays : MonthDays;
        return new Report
        {
            Id = CheckId(id),
            Name = ReadName(root) ?? id,
            Page = ReadPage(root),
            WindowDays = root.Integer("windowDays", ReportLimits.WindowDaysMin, ReportLimits.WindowDaysMax, windowDays),
            Schedule = schedule,
            Language = root.OneOf("language", ReportLanguage.En),
            Recipients = root.Texts("recipients", ReportLimits.RecipientsMax, Limits.IdCharsMax),
            IncludeCustomers = root.Flag("includeCustomers", false),
            Enabled = root.Flag("enabled", true),
        };
    }

    // It stands in paths and in the kinds of documents.
    private static string CheckId(string id) =>
        id.Length is > 0 and <= ReportLimits.IdCharsMax && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? id
            : throw new InvalidFieldException("id", $"must have 1 to {ReportLimits.IdCharsMax} of the characters a-z, A-Z, 0-9, '.', '_' and '-'; it is {Offending.Text(id)}");

    // It becomes the subject of an e-mail.
    private static string? ReadName(SettingsObject root) =>
        root.FindText("name", Limits.DisplayNameCharsMax) is not { } name ? null
        : name.Any(char.IsControl) || string.IsNullOrWhiteSpace(name) ? throw root.Fault("name", "is blank, or holds a control character")
        : name;

    private static ReportPage ReadPage(SettingsObject root)
    {
        if (root.Find("page") is null)
        {
            throw root.Fault("page", "is missing");
        }

        var json = root.Child("page", "kind", "id");
        var kind = json.Find("kind") is null ? throw json.Fault("kind", "is missing") : json.OneOf("kind", ReportPageKind.Overview);
        var id = json.FindText("id", Limits.IdCharsMax);
        return kind switch
        {
            ReportPageKind.Survey or ReportPageKind.Segment when id is null => throw json.Fault("id", "is missing: it names the survey or the segment"),
            ReportPageKind.Overview or ReportPageKind.AtRisk when id is not null => throw json.Fault("id", "must be left out: the page is about all customers"),
            _ => new ReportPage(kind, id),
        };
    }

    private static ReportSchedule ReadSchedule(SettingsObject root)
    {
        if (root.Find("schedule") is null)
        {
            throw root.Fault("schedule", "is missing");
        }

        var json = root.Child("schedule", "every", "weekday", "day", "hour", "zone");
        var every = json.Find("every") is null ? throw json.Fault("every", "is missing") : json.OneOf("every", ReportCadence.Weekly);
        var zone = json.FindText("zone", ReportSchedule.ZoneCharsMax) ?? "UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            throw json.Fault("zone", $"{Offending.Text(zone)} is no time zone that is known here; write it as IANA does, such as Europe/Berlin");
        }

        if (every == ReportCadence.Weekly && json.Find("day") is not null)
        {
            throw json.Fault("day", "must be left out: a weekly report has a weekday");
        }

        if (every == ReportCadence.Monthly && json.Find("weekday") is not null)
        {
            throw json.Fault("weekday", "must be left out: a monthly report has a day");
        }

        return new ReportSchedule
        {
            Every = every,
            Weekday = json.OneOf("weekday", DayOfWeek.Monday),
            Day = json.Integer("day", 1, ReportLimits.MonthDayMax, 1),
            Hour = json.Integer("hour", 0, 23, 8),
            Zone = zone,
        };
    }
}
