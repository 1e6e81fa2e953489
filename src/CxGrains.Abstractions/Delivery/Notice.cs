using System.Text.Json;
using System.Text.Json.Serialization;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain.Alerts;

namespace CxGrains.Abstractions.Delivery;

/// <summary>What a destination is told of an alert. It is stored with each message, so that every attempt says the same.</summary>
public sealed record Notice
{
    /// <summary>The rule of a notice that somebody asked for to see whether a destination works.</summary>
    public const string TestRule = "test";

    /// <summary>The rule of a notice that sends a report.</summary>
    public const string ReportRule = "report";

    /// <summary>The alert's id; the same cause has the same one always.</summary>
    public required string Id { get; init; }

    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's display name when it was raised.</summary>
    public required string RuleName { get; init; }

    /// <summary>How much it matters.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The customer's id; empty where it is about no customer.</summary>
    public required string Customer { get; init; }

    /// <summary>When the cause happened, Unix milliseconds UTC.</summary>
    public required long AtMs { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The churn probability at that moment, from 0 to 1; null where there is none.</summary>
    public double? Probability { get; init; }

    /// <summary>Who looks after it; null for nobody in particular.</summary>
    public string? Owner { get; init; }

    /// <summary>The customer's name, or that of the subject; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>The customer's account; null for none.</summary>
    public string? Account { get; init; }

    /// <summary>Nobody is to be told before this instant, Unix milliseconds UTC; 0 for at once.</summary>
    public long HeldUntilMs { get; init; }

    /// <summary>The survey, segment or goal that it is about; null where it is about <see cref="Customer"/>.</summary>
    public AlertSubject? Subject { get; init; }

    /// <summary>The figures it was raised by; null where it is about a customer.</summary>
    public AlertSeen? Seen { get; init; }

    /// <summary>The code of the report that it sends; null where it tells of an alert.</summary>
    public string? ReportCode { get; init; }

    /// <summary>The issue of that report.</summary>
    public string? ReportIssue { get; init; }

    /// <summary>What it is about, a customer or anything else.</summary>
    [JsonIgnore]
    public AlertSubject About => Subject ?? new AlertSubject(AlertSubjectKind.Customer, Customer);

    /// <summary>Whether somebody asked for it to see whether a destination works.</summary>
    public bool IsTest => Rule == TestRule;

    /// <summary>The notice of an alert.</summary>
    public static Notice Of(Alert alert) => new()
    {
        Id = alert.Id,
        Rule = alert.Rule,
        RuleName = alert.RuleName,
        Severity = alert.Severity,
        Customer = alert.Customer,
        AtMs = alert.AtMs,
        Reason = alert.Reason,
        Probability = alert.Probability,
        Owner = alert.Owner,
        Name = alert.Name,
        Account = alert.Account,
        HeldUntilMs = alert.HeldUntilMs,
        Subject = alert.Subject,
        Seen = alert.Seen,
    };

    /// <summary>A notice that only says that the destination works.</summary>
    /// <param name="id">Its id, another one each time.</param>
    /// <param name="atMs">Now, Unix milliseconds UTC.</param>
    public static Notice Test(string id, long atMs) => new()
    {
        Id = id,
        Rule = TestRule,
        RuleName = TestRule,
        Severity = AlertSeverity.Info,
        Customer = "test",
        AtMs = atMs,
        Reason = "This is a test. Whoever reads it is reached.",
    };

    /// <summary>The notice that sends an issue of a report. What the e-mail says is read where it is sent, and so goes with the issue.</summary>
    /// <param name="record">The report.</param>
    /// <param name="issue">The issue.</param>
    public static Notice Of(ReportRecord record, Reports.ReportIssue issue) => new()
    {
        Id = $"{ReportRule}:{record.Code}:{issue.Id}",
        Rule = ReportRule,
        RuleName = record.Report.Name,
        Severity = AlertSeverity.Info,
        Customer = "",
        AtMs = issue.IssuedMs,
        Reason = issue.Mail?.Subject ?? record.Report.Name,
        Name = record.Report.Name,
        Subject = new AlertSubject(AlertSubjectKind.Workspace, null),
        ReportCode = record.Code,
        ReportIssue = issue.Id,
    };

    /// <summary>Reads what <see cref="ToStored"/> wrote.</summary>
    public static Notice FromStored(string stored) => JsonSerializer.Deserialize(stored, DestinationJson.Default.Notice)!;

    /// <summary>The form that both runtimes keep.</summary>
    public string ToStored() => JsonSerializer.Serialize(this, DestinationJson.Default.Notice);
}
