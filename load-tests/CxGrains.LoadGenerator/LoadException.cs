namespace CxGrains.LoadGenerator;

/// <summary>A run that cannot go on, or whose figures would mean nothing.</summary>
internal sealed class LoadException(string message) : Exception(message);
