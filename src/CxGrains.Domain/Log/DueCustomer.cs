namespace CxGrains.Domain.Log;

/// <summary>A customer that is due.</summary>
/// <param name="Workspace">Its workspace.</param>
/// <param name="Customer">Its id.</param>
public readonly record struct DueCustomer(string Workspace, string Customer);
