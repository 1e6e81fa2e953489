using CxGrains.Abstractions;
using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Audit;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Moving;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Abstractions.Queries;
using CxGrains.Cluster.Alerts;
using CxGrains.Cluster.Audit;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Documents;
using CxGrains.Cluster.Ingest;
using CxGrains.Cluster.Keys;
using CxGrains.Cluster.Live;
using CxGrains.Cluster.Moving;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Queries;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Workspaces;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;

namespace CxGrains.Cluster;

/// <summary>Registers the cluster runtime with a silo.</summary>
public static class ClusterServices
{
    // More than there are statements that recur.
    private const int PreparedStatementsMax = 50;

    /// <summary>Adds the cluster runtime: grains, their storage and the log in PostgreSQL, and the contract in front of them.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="configure">Sets the options.</param>
    public static ISiloBuilder AddClusterRuntime(this ISiloBuilder silo, Action<ClusterRuntimeOptions> configure)
    {
        var services = silo.Services;
        var configured = new ClusterRuntimeOptions();
        configure(configured);
        var database = NpgsqlDataSource.Create(ConnectionString(configured));
        services.AddOptions<ClusterRuntimeOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PostgresLogOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<GrainCollectionOptions>().Configure<IOptions<ClusterRuntimeOptions>>((collection, options) =>
            collection.ClassSpecificCollectionAge[typeof(CustomerGrain).FullName!] = TimeSpan.FromSeconds(options.Value.IdleSecondsMax));
        services.AddSingleton(_ => database);
        services.AddHostedService<SchemaAtStart>();
        services.AddPostgresGrainStorage(ClusterStorage.Name, database);
        services.AddCustomerStorage(ClusterStorage.Customers, database);
        services.TryAddSingleton<NamePool>();
        services.TryAddSingleton<TimelineSources>();
        services.TryAddSingleton(new Clock(TimeProvider.System));
        services.AddSingleton(provider => new PostgresLog(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<IOptions<ClusterRuntimeOptions>>().Value.PartitionsCount,
            provider.GetRequiredService<IOptions<PostgresLogOptions>>().Value,
            provider.GetRequiredService<ILogger<PostgresLog>>()));
        services.AddSingleton<IPartitionLog>(provider => provider.GetRequiredService<PostgresLog>());
        services.AddSingleton<IndexStore>();
        services.AddSingleton<QuarantineStore>();
        services.AddSingleton<AlertIntake>();
        services.AddSingleton<SweptRows>();
        services.AddSingleton<Salt>();
        services.AddSingleton<DestinationRows>();
        services.AddSingleton<MessageRows>();
        services.AddSingleton<MoveStore>();
        services.AddSingleton<MovedCatalog>();
        services.AddSingleton<MovedCustomers>();
        AddContract(services);
        return silo;
    }

    // The same few statements over and over: the server parses and plans each once a connection. Nothing here changes a connection's
    // session, so that there is nothing to put back when it returns to the pool. Whatever is wrong with the string shows here, long
    // before options are checked.
    private static NpgsqlConnectionStringBuilder ConnectionString(ClusterRuntimeOptions options)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString)
            {
                MaxPoolSize = options.ConnectionsMax,
                MaxAutoPrepare = PreparedStatementsMax,
                NoResetOnClose = true,
            };
            return connection.Host is null ? throw Wrong("it names no host") : connection;
        }
        catch (ArgumentException error)
        {
            throw Wrong(error.Message);
        }

        static OptionsValidationException Wrong(string why) => new(
            nameof(ClusterRuntimeOptions.ConnectionString),
            typeof(ClusterRuntimeOptions),
            [$"Cluster:ConnectionString must say where the PostgreSQL database is (Host=…;Database=…;Username=…;Password=…): {why}"]);
    }

    private static void AddContract(IServiceCollection services)
    {
        services.AddSingleton<IDefinitions, ClusterDefinitions>();
        services.AddSingleton<ClusterKeys>();
        services.AddSingleton<IKeys>(provider => provider.GetRequiredService<ClusterKeys>());
        services.AddSingleton<IDocuments, DocumentStore>();
        services.AddSingleton<IPayloadQuarantine, PayloadQuarantine>();
        services.AddSingleton<IAuditLog, PostgresAuditLog>();
        services.AddSingleton<ClusterLive>();
        services.AddSingleton<ILive>(provider => provider.GetRequiredService<ClusterLive>());
        services.AddSingleton<PostgresOutbox>();
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<PostgresOutbox>());
        services.AddSingleton<IDestinations>(provider => provider.GetRequiredService<PostgresOutbox>());
        services.AddSingleton<CustomersLimit>();
        services.AddSingleton<IIngest, ClusterIngest>();
        services.AddSingleton<GrainReader>();
        services.AddSingleton<IMovementSums>(provider => provider.GetRequiredService<GrainReader>());
        services.AddSingleton<IQueries, ClusterQueries>();
        services.AddSingleton<IAlertHandling, ClusterAlertHandling>();
        services.AddSingleton<IMoveTarget, ClusterMove>();
        services.AddSingleton<PartitionKeeper>();
        services.AddSingleton<IRuntimeHealth>(provider => provider.GetRequiredService<PartitionKeeper>());
        services.AddHostedService(provider => provider.GetRequiredService<PartitionKeeper>());
        services.AddHostedService<WorkspaceKeeper>();
    }
}
