using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Scenarios;

namespace CxGrains.Conformance.Embedded;

public class EmbeddedReport : ReportScenarios
{
    protected override IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock) => new EmbeddedRuntimeUnderTest(size, clock);
}
