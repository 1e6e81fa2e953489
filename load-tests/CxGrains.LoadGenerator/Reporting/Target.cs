namespace CxGrains.LoadGenerator.Reporting;

/// <summary>A figure with the target it is held to.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Figure">The figure, in words.</param>
/// <param name="Wanted">The target, in words.</param>
/// <param name="IsMet">Whether the figure meets it.</param>
internal sealed record Target(string Name, string Figure, string Wanted, bool IsMet);
