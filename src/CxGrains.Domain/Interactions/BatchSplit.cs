namespace CxGrains.Domain.Interactions;

/// <summary>How splitting a request's body ended.</summary>
/// <param name="TooMany">Whether the body holds more events than were asked for; what lies beyond was not looked at.</param>
/// <param name="Unreadable">
/// Why the rest of an array cannot be read; null where all of it was.
/// The fault stands at the index behind the last event that was split off.
/// </param>
public readonly record struct BatchSplit(bool TooMany, InteractionError? Unreadable);
