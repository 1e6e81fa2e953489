using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Scenarios;
using Npgsql;

namespace CxGrains.Cluster.Tests.Conformance;

[RequiresPostgres]
[Collection(PostgresCollection.Name)]
public class ClusterBackPressure(PostgresFixture postgres) : BackPressureScenarios
{
    protected override IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock) => new ClusterRuntimeUnderTest(postgres, size, clock);

    // A commit that cannot write the index holds the worker as soon as it has run ahead of it as far as it may.
    protected override async Task<IAsyncDisposable> HoldAsync(IRuntimeUnderTest runtime, Func<Task> sendAsync)
    {
        await runtime.SettleAsync();
        var connection = new NpgsqlConnection(((ClusterRuntimeUnderTest)runtime).ConnectionString);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("LOCK TABLE cx_customer IN ACCESS EXCLUSIVE MODE", connection, transaction);
        await command.ExecuteNonQueryAsync();
        await sendAsync();
        return connection;
    }
}
