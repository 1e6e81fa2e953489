namespace CxGrains.Abstractions.Moving;

/// <summary>A stopped data directory on its way into a cluster.</summary>
/// <param name="Id">A fingerprint of the state it stopped at: 64 hexadecimal digits. The same directory after more interactions has another one.</param>
/// <param name="PartitionsCount">Its partitions, 1 to 64; a customer's partition follows from their number.</param>
/// <param name="LastRow">The last row of its log, from 0; the cluster's logs go on behind it, so that stored positions stay valid.</param>
/// <param name="CustomersCount">Its customers in all workspaces, from 0.</param>
public sealed record MoveSource(string Id, int PartitionsCount, long LastRow, long CustomersCount);
