namespace CxGrains.Abstractions.Delivery;

/// <summary>Where the alerts of the workspaces are sent. A change is durable when its task completes.</summary>
public interface IDestinations
{
    /// <summary>Those of a workspace, by id.</summary>
    ValueTask<IReadOnlyList<DestinationStatus>> ListAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>One of them; null where there is none.</summary>
    ValueTask<DestinationStatus?> FindAsync(string workspace, string id, CancellationToken cancellationToken);

    /// <summary>Defines one, or changes it. Alerts that were raised before are not sent to it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="destination">As asked for; its version is ignored.</param>
    /// <param name="expectedVersion">The version it must have now (0: it must not exist); null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>As it now stands; unchanged, with its version, where nothing differs.</returns>
    /// <exception cref="Definitions.VersionConflictException">The version differs.</exception>
    /// <exception cref="Domain.InvalidFieldException">The workspace has as many as it may.</exception>
    ValueTask<Destination> DefineAsync(string workspace, Destination destination, int? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Removes one with all that waits for it; nothing where it is gone already.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">Its id.</param>
    /// <param name="expectedVersion">The version it must have now; null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="Definitions.VersionConflictException">The version differs.</exception>
    ValueTask RemoveAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken);
}
