namespace CxGrains.Abstractions.Keys;

/// <summary>What a key or a user may do. The numbers are stored; never renumber.</summary>
[Flags]
public enum Scopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Send interactions.</summary>
    Ingest = 1,

    /// <summary>Query and subscribe.</summary>
    Read = 2,

    /// <summary>Everything within the workspace: includes all others, and alone allows keys, users, connections, erasing, exports and the audit log.</summary>
    Admin = 4,

    /// <summary>Take, snooze and resolve alerts.</summary>
    Handle = 8,

    /// <summary>Define surveys, segments, settings, alert rules, destinations and wall links; state consents.</summary>
    Manage = 16,
}
