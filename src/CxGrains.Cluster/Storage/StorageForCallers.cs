using Orleans.Storage;

namespace CxGrains.Cluster.Storage;

/// <summary>
/// Grain storage whose failures can be sent: what goes wrong while a grain is read or written is told to whoever called it, on any silo,
/// and exceptions of the database cannot go over the wire.
/// </summary>
/// <param name="storage">The storage.</param>
internal sealed class StorageForCallers(IGrainStorage storage) : IGrainStorage
{
    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        GrainCalls.ForCallersAsync(() => storage.ReadStateAsync(stateName, grainId, grainState));

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        GrainCalls.ForCallersAsync(() => storage.WriteStateAsync(stateName, grainId, grainState));

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        GrainCalls.ForCallersAsync(() => storage.ClearStateAsync(stateName, grainId, grainState));
}
