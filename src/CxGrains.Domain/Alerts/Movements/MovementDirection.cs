namespace CxGrains.Domain.Alerts.Movements;

/// <summary>Which way a score must have moved. The names are stored.</summary>
public enum MovementDirection
{
    /// <summary>It fell.</summary>
    Down = 0,

    /// <summary>It rose.</summary>
    Up = 1,

    /// <summary>It fell or rose.</summary>
    Either = 2,
}
