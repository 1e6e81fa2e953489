namespace CxGrains.Domain.Customers;

/// <summary>Money in one currency.</summary>
/// <param name="Currency">ISO 4217 code; empty where the sender gave none.</param>
/// <param name="Amount">The sum.</param>
public readonly record struct CurrencySum(string Currency, decimal Amount);
