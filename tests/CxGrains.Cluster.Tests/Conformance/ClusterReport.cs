using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Scenarios;

namespace CxGrains.Cluster.Tests.Conformance;

[Collection(PostgresCollection.Name), RequiresPostgres]
public class ClusterReport(PostgresFixture postgres) : ReportScenarios
{
    protected override IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock) => new ClusterRuntimeUnderTest(postgres, size, clock);
}
