using CxGrains.Domain.Alerts;

namespace CxGrains.Cluster.Delivery;

/// <summary>An alert on its way into the outbox.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Alert">The alert.</param>
/// <param name="Row">The row of the partition's log that raised it.</param>
internal readonly record struct RaisedAlert(string Workspace, Alert Alert, long Row);
