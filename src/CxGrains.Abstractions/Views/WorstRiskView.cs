using CxGrains.Domain.Scores;

namespace CxGrains.Abstractions.Views;

/// <summary>The customer of an account that is most likely to leave. Where no risk is known only status and band are given.</summary>
public sealed record WorstRiskView
{
    /// <summary>Whether there was any activity to judge by.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>The band of the customer.</summary>
    public required RiskBand Band { get; init; }

    /// <summary>Probability that the customer has left, 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>The customer's id.</summary>
    public string? Customer { get; init; }

    /// <summary>The customer's name, where known.</summary>
    public string? CustomerName { get; init; }
}
