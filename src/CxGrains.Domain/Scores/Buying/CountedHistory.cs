namespace CxGrains.Domain.Scores.Buying;

/// <summary>A purchase history and how many customers have it.</summary>
public readonly record struct CountedHistory
{
    /// <summary>A checked count.</summary>
    /// <param name="history">The history they share.</param>
    /// <param name="customers">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public CountedHistory(PurchaseHistory history, long customers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        History = history;
        Customers = customers;
    }

    /// <summary>The history they share.</summary>
    public PurchaseHistory History { get; }

    /// <summary>Customers with this history, at least 0.</summary>
    public long Customers { get; }
}
