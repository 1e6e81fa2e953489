namespace CxGrains.LoadGenerator.Reporting;

/// <summary>Resident memory of the Host; null off Linux.</summary>
/// <param name="EmptyBytes">Started, before the first interaction.</param>
/// <param name="LoadedBytes">A while after the measured load.</param>
internal sealed record ResidentFigures(long? EmptyBytes, long? LoadedBytes)
{
    /// <summary>What the load added.</summary>
    public long? AddedBytes => LoadedBytes - EmptyBytes;
}
