using CxGrains.Domain;

namespace CxGrains.Abstractions.Definitions;

/// <summary>A change that contradicts what is defined now.</summary>
/// <param name="message">What is defined now and what was asked.</param>
public class ConflictException(string message) : CxException(message);
