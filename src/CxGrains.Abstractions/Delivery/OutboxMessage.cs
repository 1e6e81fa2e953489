namespace CxGrains.Abstractions.Delivery;

/// <summary>A message that is this caller's to send.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Destination">Where to, as defined now.</param>
/// <param name="Notice">What to say.</param>
/// <param name="Tries">Attempts made since it was first sent or last replayed: where in the schedule it stands, from 0.</param>
/// <param name="Attempts">Attempts ever made, from 0.</param>
public sealed record OutboxMessage(string Id, string Workspace, Destination Destination, Notice Notice, int Tries, int Attempts)
{
    /// <summary>By what the outbox knows that it is still its holder who completes it; the outbox's own affair.</summary>
    public string Lease { get; init; } = "";
}
