using Xunit.Abstractions;
using Xunit.Sdk;

namespace CxGrains.Conformance.Requirements;

/// <summary>Finds the tests of a <see cref="ScenarioTheoryAttribute"/>.</summary>
/// <param name="diagnosticMessageSink">Where the framework is told what went wrong.</param>
public sealed class ScenarioTheoryDiscoverer(IMessageSink diagnosticMessageSink) : TheoryDiscoverer(diagnosticMessageSink)
{
    /// <inheritdoc/>
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        SkippedScenario.Of(DiagnosticMessageSink, discoveryOptions, testMethod) is { } skipped ? [skipped] : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}
