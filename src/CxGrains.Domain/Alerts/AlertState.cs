namespace CxGrains.Domain.Alerts;

/// <summary>How far an alert is handled. The numbers are stored; never renumber.</summary>
public enum AlertState : byte
{
    /// <summary>Its cause has gone before anybody saw to it.</summary>
    Closed = 0,

    /// <summary>Nobody has seen to it.</summary>
    Open = 1,

    /// <summary>Somebody sees to it.</summary>
    Taken = 2,

    /// <summary>Somebody wants to hear of it again later; open from then on.</summary>
    Snoozed = 3,

    /// <summary>Somebody is through with it.</summary>
    Resolved = 4,
}
