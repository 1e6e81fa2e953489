namespace CxGrains.Abstractions;

/// <summary>Whether a runtime serves.</summary>
public interface IRuntimeHealth
{
    /// <summary>Null when ready; otherwise why not, for <c>/readyz</c>.</summary>
    string? NotReadyBecause { get; }
}
