namespace CxGrains.Abstractions.Moving;

/// <summary>A customer.</summary>
/// <param name="Partition">Its partition, from 0.</param>
/// <param name="Workspace">Its workspace.</param>
/// <param name="Id">Its id.</param>
/// <param name="State">Its state, in the domain's encoding.</param>
/// <param name="Entry">Its row of the index, in the domain's encoding.</param>
public sealed record MovedCustomer(int Partition, string Workspace, string Id, byte[] State, byte[] Entry) : MovedPart;
