using System.Globalization;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>Drivers in words that a CX person reads.</summary>
internal static class DriverWords
{
    // A trend of less than a tenth either way is none.
    private const double Steady = 0.1;

    public static string Silence(Rhythm rhythm, long atMs) =>
        rhythm.ActiveDays == 0 ? "Never active" : ChurnReasons.Silence(rhythm, atMs);

    public static string History(Rhythm rhythm) => rhythm.ActiveDays == 0 ? "No active days" : ChurnReasons.History(rhythm);

    public static string Trend(ActivityTrend trend, Rhythm rhythm)
    {
        var ratio = Math.Exp(trend.LogRatio);
        return ratio switch
        {
            _ when rhythm.ActiveDays < 2 => "Activity too new to show a trend",
            < 1 - Steady => Format($"Activity falling: {100 * (1 - ratio):0} % below its usual rate"),
            > 1 + Steady => Format($"Activity rising: {100 * (ratio - 1):0} % above its usual rate"),
            _ => "Activity steady",
        };
    }

    public static string Kind(InteractionKind kind, double count, double average) =>
        Format($"Recent {NameOf(kind)}: {count:0.#}; average {average:0.#}");

    public static string Answer(string metric, LatestAnswer? answer) =>
        answer is { } given ? Format($"{metric} answer {given.Score} of {given.Scale}") : $"No {metric} answer";

    public static string OpenTickets(int count) => count switch
    {
        0 => "No open ticket",
        1 => "1 open ticket",
        _ => Format($"{count} open tickets"),
    };

    public static string CancelRequested(bool requested) => requested ? "Asked to cancel" : "Has not asked to cancel";

    public static string Value(Purchases purchases) => purchases.Count switch
    {
        0 => "No purchases",
        1 => Format($"1 purchase, {purchases.Total:0.##} spent"),
        _ => Format($"{purchases.Count} purchases, {purchases.Total:0.##} spent"),
    };

    public static string Trait(in Trait trait) => trait.Value switch
    {
        { Text: { } text } => $"{trait.Key}: {text}",
        { IsBoolean: true } => $"{trait.Key}: {(trait.Value.Number != 0 ? "yes" : "no")}",
        _ => Format($"{trait.Key}: {trait.Value.Number:0.##}"),
    };

    private static string NameOf(InteractionKind kind) => kind switch
    {
        InteractionKind.Visit => "visits",
        InteractionKind.Usage => "feature use",
        InteractionKind.Purchase => "purchases",
        InteractionKind.Conversation => "messages and calls",
        InteractionKind.Support => "complaints and tickets",
        InteractionKind.Email => "e-mails read",
        InteractionKind.Feedback => "answers and reviews",
        _ => "other activity",
    };

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
