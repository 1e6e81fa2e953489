using System.Globalization;
using CxGrains.Abstractions.Delivery;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery.Senders;

/// <summary>A notice in words for people.</summary>
internal sealed class NoticeWords(IOptions<DeliveryOptions> options)
{
    private const string ChurnHigh = Domain.Alerts.Alert.ChurnHigh;

    private readonly string? _publicUrl = options.Value.PublicUrl?.TrimEnd('/');

    /// <summary>One line that says what happened.</summary>
    public static string TitleOf(Notice notice) => notice switch
    {
        { IsTest: true } => "CxGrains: test",
        { Rule: ChurnHigh } => $"{NameOf(notice)} turned high risk",
        _ => $"{NameOf(notice)}: {notice.RuleName}",
    };

    private static string NameOf(Notice notice) => notice.Name is { } name ? $"{name} ({notice.Customer})" : notice.Customer;

    /// <summary>The rest, as names and values.</summary>
    public static IReadOnlyList<(string Name, string Value)> FactsOf(Notice notice)
    {
        var facts = new List<(string, string)> { ("Severity", notice.Severity.ToString()), ("Reason", notice.Reason) };
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

    /// <summary>Where the customer is shown; null where nobody said where the dashboard is.</summary>
    public string? LinkOf(Notice notice) => _publicUrl is null || notice.IsTest ? null : $"{_publicUrl}/customers/{Uri.EscapeDataString(notice.Customer)}";
}
