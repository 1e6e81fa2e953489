namespace CxGrains.Abstractions.Views;

/// <summary>A customer's last word on a purpose.</summary>
/// <param name="Purpose">The purpose, such as <c>analytics</c>, <c>contact</c> or <c>testimonial</c>.</param>
/// <param name="Granted">Whether it consents.</param>
/// <param name="At">When it said so.</param>
public sealed record ConsentView(string Purpose, bool Granted, DateTimeOffset At);
