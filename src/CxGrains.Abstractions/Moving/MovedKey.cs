using CxGrains.Abstractions.Keys;

namespace CxGrains.Abstractions.Moving;

/// <summary>A key, hashed as it is stored.</summary>
/// <param name="Key">The key.</param>
public sealed record MovedKey(KeyRecord Key) : MovedPart;
