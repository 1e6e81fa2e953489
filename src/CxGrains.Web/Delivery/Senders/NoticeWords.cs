using System.Globalization;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain.Alerts;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery.Senders;

/// <summary>A notice in words for people.</summary>
internal sealed class NoticeWords(IOptions<DeliveryOptions> options)
{
    private const string ChurnHigh = Alert.ChurnHigh;

    private readonly string? _publicUrl = options.Value.PublicUrl?.TrimEnd('/');

    /// <summary>One line that says what happened.</summary>
    public static string TitleOf(Notice notice) => notice switch
    {
        { IsTest: true } => "CxGrains: test",
        { Rule: ChurnHigh } => $"{NameOf(notice)} turned high risk",
        _ => $"{NameOf(notice)}: {notice.RuleName}",
    };

    /// <summary>What it is about, in one word.</summary>
    public static string KindOf(Notice notice) => notice.About.Type.ToString().ToLowerInvariant();

    private static string NameOf(Notice notice)
    {
        var (kind, id) = notice.About;
        return kind == AlertSubjectKind.Workspace ? "All customers" : notice.Name is { } name && name != id ? $"{name} ({id})" : id!;
    }

    /// <summary>The rest, as names and values.</summary>
    public static IReadOnlyList<(string Name, string Value)> FactsOf(Notice notice)
    {
        var facts = new List<(string, string)> { ("Severity", notice.Severity.ToString()), ("Reason", notice.Reason) };
        if (notice.Subject is not null)
        {
            facts.Insert(0, ("About", $"{KindOf(notice)} {notice.Subject.Id}".TrimEnd()));
        }

        if (notice.Owner is { } owner)
        {
            facts.Add(("Owner", owner));
        }

        if (notice.Account is { } account)
        {
            facts.Add(("Account", account));
        }

        if (notice.Probability is { } probability)
        {
            facts.Add(("Churn probability", probability.ToString("P0", CultureInfo.InvariantCulture)));
        }

        facts.Add(("At", DateTimeOffset.FromUnixTimeMilliseconds(notice.AtMs).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)));
        return facts;
    }

    /// <summary>Where what it is about is shown; null where nobody said where the dashboard is.</summary>
    public string? LinkOf(Notice notice) => _publicUrl is null || notice.IsTest ? null : $"{_publicUrl}/{PathOf(notice.About)}";

    private static string PathOf(AlertSubject subject) => subject.Type switch
    {
        AlertSubjectKind.Customer => $"customers/{Uri.EscapeDataString(subject.Id!)}",
        AlertSubjectKind.Survey => $"surveys/{Uri.EscapeDataString(subject.Id!)}",
        AlertSubjectKind.Segment => $"segments/{Uri.EscapeDataString(subject.Id!)}",

        // Goals and the scores of all customers stand there.
        _ => "insights",
    };
}
