using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Queries;
using CxGrains.Cluster.Alerts;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Reports;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace CxGrains.Cluster.Tests.Conformance;

/// <summary>The cluster runtime on a test cluster of three silos, with a database of its own on a real PostgreSQL server.</summary>
internal sealed class ClusterRuntimeUnderTest(PostgresFixture postgres, RuntimeSize size, ManualTimeProvider clock, Action<ISiloBuilder>? configure = null) : IRuntimeUnderTest
{
    private const short Silos = 3;

    private string? _connectionString;
    private InProcessTestCluster? _cluster;

    public ManualTimeProvider Clock { get; } = clock;

    // Always the same silo: what others accept is known to each within a second, and no scenario waits for that.
    public IIngest Ingest => Cluster.Silos[0].SiloHost.Services.GetRequiredService<IIngest>();

    public IOutbox Outbox => Service<IOutbox>();

    public IDestinations Destinations => Service<IDestinations>();

    public IDocuments Documents => Service<IDocuments>();

    public IQueries Queries => Service<IQueries>();

    public IDefinitions Definitions => Service<IDefinitions>();

    public IAlertHandling Alerts => Service<IAlertHandling>();

    public ILive Live => Service<ILive>();

    public NamePool Names => Service<NamePool>();

    /// <summary>Its database.</summary>
    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("The runtime was never started.");

    /// <summary>The cluster.</summary>
    public InProcessTestCluster Cluster => _cluster ?? throw new InvalidOperationException("The runtime is not started.");

    private IEnumerable<IPartitionGrain> Partitions =>
        Enumerable.Range(0, size.PartitionsCount).Select(partition => Service<IGrainFactory>().GetGrain<IPartitionGrain>(partition));

    public async Task StartAsync()
    {
        _connectionString ??= await postgres.ConnectionStringAsync();
        var builder = new InProcessTestClusterBuilder(Silos);
        builder.Options.ServiceId = "conformance";
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(new Clock(Clock));
            silo.Services.Configure<PostgresLogOptions>(options =>
            {
                options.BacklogInteractionsMax = size.WaitingInteractionsMax / size.PartitionsCount;
                options.WaitingBytesMax = (int)size.WaitingBytesMax;
            });
            silo.AddClusterRuntime(options =>
            {
                options.ConnectionString = _connectionString;
                options.PartitionsCount = size.PartitionsCount;
                options.CustomersMax = size.CustomersMax;
                options.CommitRecordsMax = Math.Max(1_000, size.WaitingInteractionsMax / 10);
            });
            silo.Services.AddPlainReports();
            silo.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
            configure?.Invoke(silo);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async Task StopAsync()
    {
        await Cluster.StopAllSilosAsync();
        await EndAsync();
    }

    public async Task CrashAsync()
    {
        await Task.WhenAll(Cluster.Silos.ToList().Select(Cluster.KillSiloAsync));
        await EndAsync();
    }

    public Task SettleAsync() => FlushAsync(save: false);

    public Task LookAtMovementsAsync() =>
        Service<IGrainFactory>().GetGrain<IMovementGrain>(GrainKeys.Of(Client.Workspace, GrainKeys.All)).LookAsync(isForced: true);

    public Task LookAtReportsAsync() =>
        Service<IGrainFactory>().GetGrain<IReportGrain>(GrainKeys.Of(Client.Workspace, GrainKeys.All)).LookAsync(isForced: true);

    public Task SaveAsync() => FlushAsync(save: true);

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await CrashAsync();
        }
    }

    public T Service<T>()
        where T : notnull => Cluster.GetSiloServiceProvider().GetRequiredService<T>();

    // What one partition has folded may mean something for another, which may have been through by then.
    private async Task FlushAsync(bool save)
    {
        do
        {
            await Task.WhenAll(Partitions.Select(partition => partition.FlushAsync(save)));
        }
        while (await IsAnyBehindAsync(status => save ? status.CommittedRow : status.AppliedRow));
    }

    private async Task<bool> IsAnyBehindAsync(Func<PartitionStatus, long> rowOf)
    {
        var owed = await Task.WhenAll(Partitions.Select(partition => partition.WaitUntilAppliedAsync(0)));
        var statuses = await Task.WhenAll(Partitions.Select(partition => partition.StartAsync()));
        return owed.SelectMany(rows => rows ?? []).Any(row => rowOf(statuses[row.Partition]) < row.Row);
    }

    private async Task EndAsync()
    {
        await Cluster.DisposeAsync();
        _cluster = null;
    }
}
