namespace CxGrains.Cluster.Storage;

/// <summary>A customer's row of the index.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Customer">The customer's id.</param>
/// <param name="Position">The position it stands for, as one number.</param>
/// <param name="Entry">What lists need, encoded.</param>
public sealed record IndexRow(string Workspace, string Customer, long Position, byte[] Entry);
