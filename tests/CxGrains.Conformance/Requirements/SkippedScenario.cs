using Xunit.Abstractions;
using Xunit.Sdk;

namespace CxGrains.Conformance.Requirements;

/// <summary>Makes the test that stands for a scenario where something is missing.</summary>
internal static class SkippedScenario
{
    /// <summary>The skipped test; null where nothing is missing.</summary>
    public static IXunitTestCase? Of(IMessageSink diagnosticMessageSink, ITestFrameworkDiscoveryOptions options, ITestMethod method)
    {
        var missing = method.TestClass.Class.GetCustomAttributes(typeof(RequirementAttribute).AssemblyQualifiedName)
            .OfType<ReflectionAttributeInfo>()
            .Select(attribute => ((RequirementAttribute)attribute.Attribute).Missing)
            .FirstOrDefault(reason => reason is not null);
        return missing is null ? null : new XunitSkippedDataRowTestCase(
            diagnosticMessageSink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, missing);
    }
}
