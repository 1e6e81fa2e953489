using CxGrains.Domain;

namespace CxGrains.Cluster.Privacy;

/// <summary>A customer that was erased, and of whom something may be left in the database.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Position">Where it was erased: what stands behind is of one that began anew.</param>
internal readonly record struct ErasedId(string Id, Position Position);
