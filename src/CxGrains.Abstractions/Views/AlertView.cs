namespace CxGrains.Abstractions.Views;

/// <summary>Something a person should know once.</summary>
public sealed record AlertView
{
    /// <summary>Stable id, made from the rule, the subject and the record that caused it.</summary>
    public required string Id { get; init; }

    /// <summary>The rule: <c>churn-high</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The customer's id.</summary>
    public required string Customer { get; init; }

    /// <summary>The customer's name, where known.</summary>
    public string? Name { get; init; }

    /// <summary>The account, where known.</summary>
    public string? Account { get; init; }

    /// <summary>When the cause happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>open</c>, or <c>alreadySo</c> where the cause was no news and nobody was told.</summary>
    public required string State { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The probability at that moment.</summary>
    public double? Probability { get; init; }
}
