using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Health;

/// <summary>What health takes from other scores.</summary>
/// <param name="ChurnProbability">The probability that the customer has left or leaves, 0 to 1; null where not known.</param>
/// <param name="OpenTickets">Tickets open at the instant, from 0.</param>
public readonly record struct HealthInputs(double? ChurnProbability, int OpenTickets)
{
    /// <summary>What the other scores say of a customer at an instant.</summary>
    public static HealthInputs Of(Customer customer, long atMs) => new(customer.Risk.Probability(atMs), customer.Tickets?.OpenCount ?? 0);
}
