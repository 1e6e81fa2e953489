namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>A schedule in which something went wrong for good.</summary>
/// <param name="Seed">The schedule's seed.</param>
/// <param name="Number">Which of the schedules it was, from 1.</param>
/// <param name="What">What is wrong.</param>
internal sealed record Violation(int Seed, int Number, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"Schedule {Number}, seed {Seed}: {What}";
}
