namespace CxGrains.Abstractions.Keys;

/// <summary>What a key may do. The numbers are stored; never renumber.</summary>
[Flags]
public enum Scopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Send interactions.</summary>
    Ingest = 1,

    /// <summary>Query and subscribe.</summary>
    Read = 2,

    /// <summary>Define surveys and segments, create workspaces and keys; includes the other two.</summary>
    Admin = 4,
}
