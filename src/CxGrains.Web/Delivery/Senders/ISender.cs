using CxGrains.Abstractions.Delivery;

namespace CxGrains.Web.Delivery.Senders;

/// <summary>Sends messages of some kinds.</summary>
internal interface ISender
{
    /// <summary>Whether it sends those of a kind.</summary>
    bool Sends(DestinationKind kind);

    /// <summary>Makes one attempt. Whatever goes wrong out there is an outcome, not an exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="requestId">The attempt's id.</param>
    /// <param name="cancellationToken">Ends the attempt, where its time is over.</param>
    /// <exception cref="OperationCanceledException">Its time was over.</exception>
    Task<SendOutcome> SendAsync(OutboxMessage message, string requestId, CancellationToken cancellationToken);
}
