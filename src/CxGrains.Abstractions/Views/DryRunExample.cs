namespace CxGrains.Abstractions.Views;

/// <summary>A customer for whom a rule would have been raised.</summary>
/// <param name="Customer">The id.</param>
/// <param name="Name">The name, where known.</param>
/// <param name="Account">The account, where known.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record DryRunExample(string Customer, string? Name, string? Account, DateTimeOffset At, string Reason);
