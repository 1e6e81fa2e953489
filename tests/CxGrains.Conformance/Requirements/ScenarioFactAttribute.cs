using Xunit.Sdk;

namespace CxGrains.Conformance.Requirements;

/// <summary>A fact that skips where its class, which may derive from the one that states it, has a <see cref="RequirementAttribute"/> that is not met.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("CxGrains.Conformance.Requirements.ScenarioFactDiscoverer", "CxGrains.Conformance")]
public sealed class ScenarioFactAttribute : FactAttribute;
