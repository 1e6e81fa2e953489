namespace CxGrains.Abstractions.Delivery;

/// <summary>A destination and how it fares.</summary>
/// <param name="Destination">As defined.</param>
/// <param name="Waiting">Messages that wait for it.</param>
/// <param name="Dead">Its dead letters.</param>
public sealed record DestinationStatus(Destination Destination, long Waiting, long Dead);
