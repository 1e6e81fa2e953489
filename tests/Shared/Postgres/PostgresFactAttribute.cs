namespace CxGrains.Tests.Postgres;

/// <summary>A test against a real PostgreSQL server: skips where its binaries are absent, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
