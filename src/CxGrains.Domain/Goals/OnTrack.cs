namespace CxGrains.Domain.Goals;

/// <summary>Whether a metric is where the straight line from start to target is.</summary>
public enum OnTrack
{
    /// <summary>At the line or beyond it, even at the wrong end of its 95 % interval.</summary>
    Yes = 0,

    /// <summary>Behind the line, even at the right end of its 95 % interval.</summary>
    No = 1,

    /// <summary>The interval reaches both sides of the line, or is not known, or the goal has not begun.</summary>
    Uncertain = 2,
}
