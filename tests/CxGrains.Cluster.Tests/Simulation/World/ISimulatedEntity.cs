namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>An entity of the simulated cluster.</summary>
internal interface ISimulatedEntity
{
    /// <summary>Lets it save; tells the life that did.</summary>
    Task<long> SaveAsync(int silo);

    /// <summary>Its life on a silo is lost: it falls back to what is stored.</summary>
    void Lose(int silo);
}
