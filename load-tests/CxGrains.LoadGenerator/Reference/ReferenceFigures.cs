namespace CxGrains.LoadGenerator.Reference;

/// <summary>What the reference loop was measured at.</summary>
/// <param name="Events">Interactions in one repeat.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Repeats">Repeats after the first, which only warms up.</param>
/// <param name="EventsPerSecond">The median of the repeats.</param>
/// <param name="CpuMicrosecondsPerEvent">Processor time of this process for one interaction, over all repeats.</param>
internal sealed record ReferenceFigures(long Events, long Bytes, int Repeats, double EventsPerSecond, double CpuMicrosecondsPerEvent);
