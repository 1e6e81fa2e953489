namespace CxGrains.Abstractions.Views;

/// <summary>Whether a score is known.</summary>
public enum ScoreStatus
{
    /// <summary>The score is known.</summary>
    Ok = 0,

    /// <summary>There is too little data; the score's numbers are absent.</summary>
    NotEnoughData = 1,
}
