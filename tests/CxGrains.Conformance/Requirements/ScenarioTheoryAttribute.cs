using Xunit.Sdk;

namespace CxGrains.Conformance.Requirements;

/// <summary>A theory that skips where its class has a <see cref="RequirementAttribute"/> that is not met.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("CxGrains.Conformance.Requirements.ScenarioTheoryDiscoverer", "CxGrains.Conformance")]
public sealed class ScenarioTheoryAttribute : TheoryAttribute;
