using System.ComponentModel.DataAnnotations;
using Azure.Messaging.EventHubs.Producer;
using CxGrains.Abstractions.Ingest;
using CxGrains.Cluster.Ingest;
using CxGrains.Cluster.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxGrains.Cluster.EventHubs;

/// <summary>Puts the log of a cluster into Event Hubs.</summary>
public static class EventHubsServices
{
    internal const string ProviderName = "cx-hub";

    /// <summary>Feeds the cluster from a hub instead of the log in PostgreSQL. It comes behind <see cref="ClusterServices.AddClusterRuntime"/>.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="configure">Sets the options.</param>
    public static ISiloBuilder AddEventHubsLog(this ISiloBuilder silo, Action<EventHubsOptions> configure)
    {
        var configured = new EventHubsOptions();
        configure(configured);
        ThrowIfIncomplete(configured);
        silo.Services.AddOptions<EventHubsOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddSingleton(_ => new EventHubProducerClient(configured.ConnectionString, configured.Hub));
        silo.Services.AddSingleton<IPartitionLog, EventHubsLog>();
        silo.Services.AddSingleton<ClusterIngest>();
        silo.Services.AddSingleton<IIngest, EventHubsIngest>();
        silo.AddStartupTask(RefuseOtherPartitionsAsync, ServiceLifecycleStage.First);
        return silo.AddEventHubStreams(ProviderName, streams =>
        {
            streams.ConfigureEventHub(hub => hub.Configure(options =>
                options.ConfigureEventHubConnection(configured.ConnectionString, configured.Hub, configured.ConsumerGroup)));
            streams.ConfigurePartitionReceiver(receiver => receiver.Configure(options => options.StartFromNow = false));
            streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
            streams.UseDataAdapter((services, _) => ActivatorUtilities.CreateInstance<PlainJsonAdapter>(services));
            streams.ConfigureComponent<IStreamQueueCheckpointerFactory>((services, _) => ActivatorUtilities.CreateInstance<CommittedOffsets>(services));
            streams.ConfigurePullingAgent(agent => agent.Configure(options =>
            {
                options.BatchContainerBatchSize = 100;

                // A worker that waits for its database is no reason to skip events; those skipped all the same show as a hole.
                options.MaxEventDeliveryTime = TimeSpan.FromHours(1);
            }));
        });
    }

    // What is made of the settings here is made before options are checked.
    private static void ThrowIfIncomplete(EventHubsOptions options)
    {
        var wrong = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true))
        {
            throw new OptionsValidationException("EventHubs", typeof(EventHubsOptions), wrong.Select(result => $"EventHubs: {result.ErrorMessage}"));
        }
    }

    // Which partition a customer lives in follows from their number.
    private static async Task RefuseOtherPartitionsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var hub = await CountPartitionsAsync(services.GetRequiredService<EventHubProducerClient>(), cancellationToken);
        var configured = services.GetRequiredService<IPartitionLog>().PartitionsCount;
        if (hub != configured)
        {
            throw new ClusterStorageException($"The hub has {hub} partitions, and {configured} are configured");
        }
    }

    private static async Task<int> CountPartitionsAsync(EventHubProducerClient hub, CancellationToken cancellationToken)
    {
        try
        {
            return (await hub.GetPartitionIdsAsync(cancellationToken)).Length;
        }
        catch (Exception error) when (HubErrors.IsOne(error))
        {
            throw new ClusterStorageException($"The hub cannot be asked for its partitions: {error.Message}");
        }
    }
}
