namespace CxGrains.Domain.Interactions;

/// <summary>Reads one interaction's UTF-8 JSON in one forward pass, checking every field.</summary>
public static class InteractionReader
{
    /// <summary>Reads and checks one interaction.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <param name="receivedMs">The receive time, Unix milliseconds UTC: the interaction's time where it states none, and the bound on the future.</param>
    /// <param name="names">Shares types, channels and touchpoints.</param>
    /// <param name="interaction">The interaction, where true is returned.</param>
    /// <param name="error">The first fault found, where false is returned.</param>
    public static bool TryRead(ReadOnlySpan<byte> utf8, long receivedMs, NamePool names, out Interaction? interaction, out InteractionError error) =>
        throw new NotImplementedException();
}
