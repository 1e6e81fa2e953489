namespace CxGrains.LoadGenerator.Live;

/// <summary>What the delay to the dashboard was measured at.</summary>
/// <param name="WantedPerSecond">The load that was asked for, in interactions a second.</param>
/// <param name="ReachedPerSecond">The load that was reached.</param>
/// <param name="LatestMs">The most by which a body was sent late, in milliseconds.</param>
/// <param name="Refusals">Requests answered with 429 and sent again.</param>
/// <param name="Customer">Delays until the watched customer's topic had the marker.</param>
/// <param name="Workspace">Delays until the workspace's topic counted all that was sent up to the marker.</param>
/// <param name="CountAfter">Interactions that the workspace counts now.</param>
internal sealed record DelayRunFigures(
    double WantedPerSecond, double ReachedPerSecond, long LatestMs, int Refusals, DelayFigures Customer, DelayFigures Workspace, long CountAfter);
