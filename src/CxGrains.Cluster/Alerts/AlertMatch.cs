using CxGrains.Abstractions.Views;

namespace CxGrains.Cluster.Alerts;

/// <summary>An alert that one partition has.</summary>
/// <param name="Item">The alert, in the domain's encoding.</param>
/// <param name="View">The same for people.</param>
internal sealed record AlertMatch(byte[] Item, AlertView View);
