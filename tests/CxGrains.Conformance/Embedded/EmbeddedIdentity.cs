using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Scenarios;

namespace CxGrains.Conformance.Embedded;

public class EmbeddedIdentity : IdentityScenarios
{
    protected override int StormVisitors => 10_000;

    protected override IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock) => new EmbeddedRuntimeUnderTest(size, clock);
}
