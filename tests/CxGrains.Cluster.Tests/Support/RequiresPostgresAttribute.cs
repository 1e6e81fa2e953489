using CxGrains.Conformance.Requirements;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>Scenarios on a real PostgreSQL server: they skip where its binaries are absent, except in CI, where they fail.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresPostgresAttribute : RequirementAttribute
{
    /// <inheritdoc/>
    public override string? Missing => PostgresServer.Missing;
}
