namespace CxGrains.Abstractions.Views;

/// <summary>What a customer is expected to buy.</summary>
public sealed record BuyingView
{
    /// <summary>Whether the customer bought, and the workspace has a fitted model.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Probability that it is still a customer, 0 to 1; 1 of who bought once, so that it is no churn ranking on its own.</summary>
    public double? AliveProbability { get; init; }

    /// <summary>Purchases expected within the horizon.</summary>
    public double? ExpectedPurchases { get; init; }

    /// <summary>Discounted revenue expected within the horizon's whole weeks, as plain sum of all currencies; absent where spending is not known.</summary>
    public double? LifetimeValue { get; init; }

    /// <summary>The horizon in days.</summary>
    public required int HorizonDays { get; init; }

    /// <summary>Customers the model was fitted to.</summary>
    public long? FittedToCustomers { get; init; }

    /// <summary>When it was fitted.</summary>
    public DateTimeOffset? FittedAt { get; init; }
}
