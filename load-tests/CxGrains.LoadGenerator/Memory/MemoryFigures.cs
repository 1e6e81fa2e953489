namespace CxGrains.LoadGenerator.Memory;

/// <summary>Memory of a runtime's state, measured in a process of its own.</summary>
/// <param name="Customers">Customers, all of them in memory.</param>
/// <param name="EventsEach">Interactions of each.</param>
/// <param name="HeapBytes">Bytes of live objects, those of the started and empty runtime subtracted.</param>
internal sealed record MemoryFigures(int Customers, int EventsEach, long HeapBytes)
{
    /// <summary>Bytes a customer.</summary>
    public double BytesPerCustomer => HeapBytes / (double)Customers;
}
