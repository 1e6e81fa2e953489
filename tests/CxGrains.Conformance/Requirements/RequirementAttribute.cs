namespace CxGrains.Conformance.Requirements;

/// <summary>Something a class of scenarios cannot run without: its tests skip where it is missing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RequirementAttribute : Attribute
{
    /// <summary>What is missing; null for nothing.</summary>
    public abstract string? Missing { get; }
}
