using CxGrains.Abstractions.Views;
using CxGrains.Domain.Alerts;

namespace CxGrains.Abstractions.Alerts;

/// <summary>Finds alerts, and takes in what people do with them. That is durable, and shows in all views, when the task completes.</summary>
public interface IAlertHandling
{
    /// <summary>The alert as it stands; null where there is none of that id any more.</summary>
    ValueTask<AlertView?> FindAsync(string workspace, string id, CancellationToken cancellationToken);

    /// <summary>Handles an alert. Doing the same again changes nothing.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The alert's id.</param>
    /// <param name="act">What is done.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The alert as it now stands; null where there is none of that id.</returns>
    /// <exception cref="Definitions.ConflictException">It is resolved, and the act is none of resolving.</exception>
    ValueTask<AlertView?> HandleAsync(string workspace, string id, AlertAct act, CancellationToken cancellationToken);
}
