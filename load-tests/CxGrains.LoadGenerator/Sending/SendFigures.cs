namespace CxGrains.LoadGenerator.Sending;

/// <summary>What sending was measured at.</summary>
/// <param name="Events">Interactions, each accepted and applied.</param>
/// <param name="Seconds">From before the first request until all was applied.</param>
/// <param name="Refusals">Requests answered with 429 and sent again.</param>
/// <param name="RefusedSeconds">Seconds waited as those answers asked, summed over connections.</param>
/// <param name="HostCpuMicrosecondsPerEvent">The Host's processor time for one interaction, checkpoints included.</param>
/// <param name="OwnCpuMicrosecondsPerEvent">This program's processor time for one interaction.</param>
/// <param name="WrittenBytesPerEvent">Bytes that the Host wrote to the disk for one interaction, log and checkpoints; null off Linux.</param>
internal sealed record SendFigures(
    long Events,
    double Seconds,
    int Refusals,
    double RefusedSeconds,
    double HostCpuMicrosecondsPerEvent,
    double OwnCpuMicrosecondsPerEvent,
    double? WrittenBytesPerEvent)
{
    /// <summary>Interactions a second.</summary>
    public double EventsPerSecond => Events / Seconds;
}
