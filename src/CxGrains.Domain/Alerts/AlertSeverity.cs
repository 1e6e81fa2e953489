namespace CxGrains.Domain.Alerts;

/// <summary>How much an alert matters. The numbers are stored; never renumber.</summary>
public enum AlertSeverity : byte
{
    /// <summary>Worth knowing.</summary>
    Info = 0,

    /// <summary>Somebody should look at it today.</summary>
    Warning = 1,

    /// <summary>Somebody should act now.</summary>
    Critical = 2,
}
