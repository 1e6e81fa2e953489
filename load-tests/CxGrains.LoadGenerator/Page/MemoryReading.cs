namespace CxGrains.LoadGenerator.Page;

/// <summary>What a page holds.</summary>
/// <param name="Minute">Minutes since the first reading.</param>
/// <param name="HeapBytes">The script's heap after a collection.</param>
/// <param name="Nodes">Nodes of the document and detached ones.</param>
/// <param name="Listeners">Event listeners.</param>
/// <param name="ResidentBytes">Resident bytes of the process that draws the page; null where the system is not Linux.</param>
internal sealed record MemoryReading(int Minute, double HeapBytes, int Nodes, int Listeners, long? ResidentBytes);
