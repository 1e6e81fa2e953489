using CxGrains.Abstractions.Views;
using CxGrains.Domain.Alerts;

namespace CxGrains.Abstractions.Alerts;

/// <summary>Takes in what people do with alerts. It is durable, and shows in all views, when the task completes.</summary>
public interface IAlertHandling
{
    /// <summary>Handles an alert. Doing the same again changes nothing.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The alert's id.</param>
    /// <param name="act">What is done.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The alert as it now stands; null where there is none of that id.</returns>
    /// <exception cref="Definitions.ConflictException">It is resolved, and the act is none of resolving.</exception>
    ValueTask<AlertView?> HandleAsync(string workspace, string id, AlertAct act, CancellationToken cancellationToken);
}
