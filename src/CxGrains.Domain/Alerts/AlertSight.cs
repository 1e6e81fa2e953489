using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Advocacy;

namespace CxGrains.Domain.Alerts;

/// <summary>What rules must know of a customer as it was before a record, where there are such rules.</summary>
/// <param name="Health">Its health.</param>
/// <param name="IsAdvocate">Whether it was an advocate.</param>
internal readonly record struct AlertSight(HealthReading Health, bool IsAdvocate)
{
    /// <summary>What is seen of a customer at an instant; nothing where no rule asks.</summary>
    public static AlertSight Of(Customer customer, WorkspaceRules rules, long atMs)
    {
        var triggers = rules.Alerts.Triggers;
        return new(
            triggers.Health.Length > 0 && !customer.IsEmpty && customer.IsProfiled ? HealthReading.Of(customer, rules.Settings.Health.Weights, atMs) : default,
            triggers.AdvocateLost.Length > 0 && IsAdvocateAt(customer, atMs));
    }

    /// <summary>Whether a customer is an advocate at an instant.</summary>
    public static bool IsAdvocateAt(Customer customer, long atMs) =>
        customer.AdvocateDay is { } day && Instants.DayOf(atMs) - day < AdvocacyRules.ActDaysMax;

    /// <summary>The first instant at which an advocate is none any more by time alone; <see cref="long.MaxValue"/> for who is none.</summary>
    public static long AdvocateUntilMs(Customer customer) =>
        customer.AdvocateDay is { } day ? Instants.StartOfDayMs(day + AdvocacyRules.ActDaysMax) : long.MaxValue;
}
