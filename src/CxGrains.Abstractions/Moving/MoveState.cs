namespace CxGrains.Abstractions.Moving;

/// <summary>How far a move is.</summary>
public enum MoveState
{
    /// <summary>Parts are still to come.</summary>
    Open,

    /// <summary>The directory was taken in whole; nothing changes it any more.</summary>
    Sealed,
}
