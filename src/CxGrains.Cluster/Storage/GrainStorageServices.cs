using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace CxGrains.Cluster.Storage;

/// <summary>Sets grain storage up: Orleans' own for ADO.NET, and that of customers, for the tables of <see cref="ClusterSchema"/>.</summary>
public static class GrainStorageServices
{
    // The provider's name for PostgreSQL.
    private const string Invariant = "Npgsql";

    /// <summary>Adds grain storage in PostgreSQL. States are stored as Orleans' serializer writes them; clearing deletes.</summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="name">The storage's name, as grains state it.</param>
    /// <param name="database">Where the tables are; it stays the caller's.</param>
    public static IServiceCollection AddPostgresGrainStorage(this IServiceCollection services, string name, NpgsqlDataSource database) =>
        services.AddAdoNetGrainStorage(TablesOf(name), storage => storage.Configure<Serializer>((options, serializer) =>
        {
            options.Invariant = Invariant;
            options.DataSource = database;
            options.DeleteStateOnClear = true;
            options.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
        })).AddKeyedSingleton<IGrainStorage>(name, (provider, _) => new StorageForCallers(provider.GetRequiredKeyedService<IGrainStorage>(TablesOf(name))));

    /// <summary>Adds the grain storage of customers.</summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="name">The storage's name, as the grain states it.</param>
    /// <param name="database">Where the tables are; it stays the caller's.</param>
    public static IServiceCollection AddCustomerStorage(this IServiceCollection services, string name, NpgsqlDataSource database) =>
        services.AddKeyedSingleton<IGrainStorage>(name, (provider, _) => new StorageForCallers(new CustomerStorage(
            database, provider.GetRequiredService<Serializer>(), provider.GetRequiredService<IActivatorProvider>())));

    private static string TablesOf(string name) => $"{name}-tables";
}
