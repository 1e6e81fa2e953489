using Xunit.Abstractions;
using Xunit.Sdk;

namespace CxGrains.Conformance.Requirements;

/// <summary>Finds the test of a <see cref="ScenarioFactAttribute"/>.</summary>
/// <param name="diagnosticMessageSink">Where the framework is told what went wrong.</param>
public sealed class ScenarioFactDiscoverer(IMessageSink diagnosticMessageSink) : FactDiscoverer(diagnosticMessageSink)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SkippedScenario.Of(DiagnosticMessageSink, discoveryOptions, testMethod) ?? base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}
