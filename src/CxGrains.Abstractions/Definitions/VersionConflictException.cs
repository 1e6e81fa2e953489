namespace CxGrains.Abstractions.Definitions;

/// <summary>A definition has another version than the caller expected: somebody changed it meanwhile.</summary>
/// <param name="message">Which version it has and which was expected.</param>
public sealed class VersionConflictException(string message) : ConflictException(message);
