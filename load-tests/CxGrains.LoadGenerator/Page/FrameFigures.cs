namespace CxGrains.LoadGenerator.Page;

/// <summary>How evenly a page was drawn.</summary>
/// <param name="Pushes">How often the Host pushed, in words.</param>
/// <param name="UpdatesPerSecond">Messages of live topics that arrived, a second.</param>
/// <param name="FramesPerSecond">Frames, a second.</param>
/// <param name="P50Ms">Half of the frames came at most this long after the one before, in milliseconds.</param>
/// <param name="P99Ms">99 % of them did.</param>
/// <param name="MaxMs">The longest.</param>
/// <param name="MissedShare">The share of frames that came so late that at least one was left out, 0 to 1.</param>
internal sealed record FrameFigures(string Pushes, double UpdatesPerSecond, double FramesPerSecond, double P50Ms, double P99Ms, double MaxMs, double MissedShare)
{
    /// <summary>A frame of 60 a second is due every 16.7 ms; one that comes half as long again has had another one left out before it.</summary>
    public const double MissedAboveMs = 25;
}
