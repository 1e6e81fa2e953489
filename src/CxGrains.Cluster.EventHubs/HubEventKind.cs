namespace CxGrains.Cluster.EventHubs;

/// <summary>What an event holds. A property says so; an engagement tool sets none.</summary>
internal enum HubEventKind : byte
{
    /// <summary>An interaction, as plain JSON.</summary>
    Interaction = 0,

    /// <summary>An interaction of an import.</summary>
    Import = 1,

    /// <summary>A row of the partition itself, encoded.</summary>
    Row = 2,
}
