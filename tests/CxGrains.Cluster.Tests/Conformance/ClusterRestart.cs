using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Scenarios;

namespace CxGrains.Cluster.Tests.Conformance;

[Collection(CrashesCollection.Name), RequiresPostgres]
public class ClusterRestart(PostgresFixture postgres) : RestartScenarios
{
    protected override IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock) => new ClusterRuntimeUnderTest(postgres, size, clock);
}
