namespace CxGrains.Domain.Privacy;

/// <summary>A customer's last word on a purpose.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="IsGranted">Whether it consents.</param>
/// <param name="AtMs">When it said so, Unix milliseconds UTC.</param>
public readonly record struct Consent(string Purpose, bool IsGranted, long AtMs);
