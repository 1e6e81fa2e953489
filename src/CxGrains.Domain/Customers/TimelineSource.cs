namespace CxGrains.Domain.Customers;

/// <summary>What recurs between timeline entries; one instance is shared by all entries alike.</summary>
/// <param name="Type">The interaction's type.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Touchpoint">Touchpoint.</param>
/// <param name="Currency">Currency of the value.</param>
public sealed record TimelineSource(string Type, string? Channel, string? Touchpoint, string? Currency);
