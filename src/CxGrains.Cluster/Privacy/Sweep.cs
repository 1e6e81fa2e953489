namespace CxGrains.Cluster.Privacy;

/// <summary>What is to be removed of a workspace's erased customers, once the records that erased them are committed.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Customers">The customers.</param>
/// <param name="IsErased">Whether a customer is one of them, or one that was erased before.</param>
/// <param name="Names">Whether a text is the id or the e-mail address of such a one.</param>
/// <param name="CommittedRow">The row up to which nothing is replayed.</param>
internal sealed record Sweep(string Workspace, IReadOnlyList<ErasedId> Customers, Func<string, bool> IsErased, Func<string, bool> Names, long CommittedRow);
