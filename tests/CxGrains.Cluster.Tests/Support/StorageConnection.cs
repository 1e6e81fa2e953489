using CxGrains.Cluster.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>Grain storage as a silo has it, with connections of its own and without the silo.</summary>
internal sealed class StorageConnection : IAsyncDisposable
{
    private const string Name = "state";
    private const string GrainType = "thing";

    private readonly NpgsqlDataSource _database;
    private readonly ServiceProvider _services;
    private readonly IGrainStorage _storage;

    private StorageConnection(NpgsqlDataSource database, Func<IServiceCollection, NpgsqlDataSource, IServiceCollection> add)
    {
        _database = database;
        var services = new ServiceCollection()
            .AddLogging()
            .AddSerializer()
            .Configure<ClusterOptions>(options => options.ServiceId = "cx");
        _services = add(services, database).BuildServiceProvider();
        _storage = _services.GetRequiredKeyedService<IGrainStorage>(Name);
    }

    /// <summary>The storage of customers.</summary>
    public static StorageConnection OpenCustomers(string connectionString) =>
        new(NpgsqlDataSource.Create(connectionString), (services, database) => services.AddCustomerStorage(Name, database));

    /// <summary>The storage of all other grains.</summary>
    public static async Task<StorageConnection> OpenAsync(string connectionString)
    {
        var connection = new StorageConnection(NpgsqlDataSource.Create(connectionString), (services, database) => services.AddPostgresGrainStorage(Name, database));
        var lifecycle = new SiloLifecycleSubject(NullLogger<SiloLifecycleSubject>.Instance);
        foreach (var participant in connection._services.GetServices<ILifecycleParticipant<ISiloLifecycle>>())
        {
            participant.Participate(lifecycle);
        }

        await lifecycle.OnStart();
        return connection;
    }

    public async Task<GrainState<StoredThing>> ReadAsync(string key, string name = GrainType)
    {
        var state = new GrainState<StoredThing>();
        await _storage.ReadStateAsync(name, Grain(key), state);
        return state;
    }

    public Task WriteAsync(string key, GrainState<StoredThing> state, string name = GrainType) => _storage.WriteStateAsync(name, Grain(key), state);

    public Task ClearAsync(string key, GrainState<StoredThing> state) => _storage.ClearStateAsync(GrainType, Grain(key), state);

    /// <summary>Writes a state that was never read; false where another was first, or it is from before an erase.</summary>
    public async Task<bool> TryWriteFirstAsync(string key, string text, long position = 0)
    {
        try
        {
            await WriteAsync(key, new GrainState<StoredThing>(new StoredThing { Text = text, Position = position }));
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static GrainId Grain(string key) => GrainId.Create(GrainType, key);
}
