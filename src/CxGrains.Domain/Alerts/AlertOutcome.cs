namespace CxGrains.Domain.Alerts;

/// <summary>What became of an alert. The numbers are stored; never renumber.</summary>
public enum AlertOutcome : byte
{
    /// <summary>It was right, and the customer stays.</summary>
    Saved = 1,

    /// <summary>It was right, and the customer is lost.</summary>
    Lost = 2,

    /// <summary>There was nothing to it.</summary>
    FalseAlarm = 3,
}
