using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Accounts;

/// <summary>The customer of an account that is most likely to leave.</summary>
/// <param name="Customer">Its id.</param>
/// <param name="Name">Its name, where known.</param>
/// <param name="Probability">Its churn probability, 0 to 1.</param>
/// <param name="Band">The band it is in.</param>
public sealed record WorstRisk(string Customer, string? Name, double Probability, RiskBand Band)
{
    /// <summary>The worse of two; of equals the one of the lesser id, so that it does not matter who was looked at first.</summary>
    public static WorstRisk? WorseOf(WorstRisk? a, WorstRisk? b) =>
        a is null || (b is not null && b.IsWorseThan(a.Probability, a.Customer)) ? b : a;

    /// <summary>Whether it is worse than another customer.</summary>
    public bool IsWorseThan(double probability, string customer) =>
        Probability > probability || (Probability == probability && string.CompareOrdinal(Customer, customer) < 0);
}
