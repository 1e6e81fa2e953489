namespace CxGrains.Abstractions.Views;

/// <summary>Purchases for readers.</summary>
public sealed record PurchasesView
{
    /// <summary>Purchases counted; refunds do not lower it.</summary>
    public long Count { get; init; }

    /// <summary>Money spent less refunds, as plain sum of the amounts; read <see cref="ByCurrency"/> where several currencies occur.</summary>
    public decimal Total { get; init; }

    /// <summary>The same by ISO 4217 code; amounts without a code under an empty name.</summary>
    public required IReadOnlyDictionary<string, decimal> ByCurrency { get; init; }
}
