namespace CxGrains.Client;

/// <summary>An interaction that the server does not accept, now or ever.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="Field">The field at fault.</param>
/// <param name="Error">What is wrong with it.</param>
public sealed record Rejection(Interaction Interaction, string Field, string Error);
