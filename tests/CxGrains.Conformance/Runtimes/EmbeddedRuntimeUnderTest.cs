using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain;
using CxGrains.Embedded;
using CxGrains.Embedded.Alerts;
using CxGrains.Embedded.Partitions;
using CxGrains.Embedded.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Conformance.Runtimes;

/// <summary>The embedded runtime in this process, on a directory of its own.</summary>
internal sealed class EmbeddedRuntimeUnderTest : IRuntimeUnderTest
{
    private const string FlushWorkspace = "flush";
    private const int RoundsMax = 10_000;

    private readonly List<TemporaryDirectory> _directories = [new()];
    private readonly RuntimeSize _size;
    private readonly Action<IServiceCollection> _configure;
    private ServiceProvider? _services;

    public EmbeddedRuntimeUnderTest(RuntimeSize size, ManualTimeProvider clock, Action<IServiceCollection>? configure = null)
    {
        _size = size;
        _configure = configure ?? (_ => { });
        Clock = clock;
    }

    public ManualTimeProvider Clock { get; }

    public IIngest Ingest => Service<IIngest>();

    public IOutbox Outbox => Service<IOutbox>();

    public IDestinations Destinations => Service<IDestinations>();

    public IDocuments Documents => Service<IDocuments>();

    public IQueries Queries => Service<IQueries>();

    public IDefinitions Definitions => Service<IDefinitions>();

    public IAlertHandling Alerts => Service<IAlertHandling>();

    public ILive Live => Service<ILive>();

    /// <summary>Workspaces and keys.</summary>
    public IKeys Keys => Service<IKeys>();

    public NamePool Names => Service<NamePool>();

    /// <summary>Where it stores now.</summary>
    public string DataDirectory => _directories[^1].Path;

    /// <summary>The partitions' workers.</summary>
    public IReadOnlyList<Partition> Partitions => Service<EmbeddedRuntime>().Partitions;

    public async Task StartAsync()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddEmbeddedRuntime(options =>
        {
            options.DataDirectory = DataDirectory;
            options.PartitionsCount = _size.PartitionsCount;
            options.ResidentCustomersMax = _size.ResidentCustomersMax;
            options.WaitingInteractionsMax = _size.WaitingInteractionsMax;
            options.WaitingBytesMax = _size.WaitingBytesMax;
            options.CustomersMax = _size.CustomersMax;
        });
        services.AddPlainReports();
        _configure(services);
        var provider = services.BuildServiceProvider();
        try
        {
            foreach (var hosted in provider.GetServices<IHostedService>())
            {
                await hosted.StartAsync(CancellationToken.None);
            }
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }

        _services = provider;
    }

    public async Task StopAsync()
    {
        foreach (var hosted in _services!.GetServices<IHostedService>().Reverse())
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        await _services!.DisposeAsync();
        _services = null;
    }

    public async Task CrashAsync()
    {
        var copy = new TemporaryDirectory();
        CrashCopy.Take(DataDirectory, copy.Path);
        await StopAsync();
        _directories.Add(copy);
    }

    public async Task SettleAsync()
    {
        for (var rounds = 0; rounds == 0 || await AnyAsync(state => state.Workspaces.Values.Any(HasWork)); rounds++)
        {
            ThrowIfEndless(rounds);
            Clock.Tick();
            await FlushAsync();
        }
    }

    public Task LookAtMovementsAsync() => Service<MovementLooks>().LookAsync();

    public Task LookAtReportsAsync() => Service<ReportLooks>().LookAsync();

    public async Task SaveAsync()
    {
        await SettleAsync();
        var position = (await Task.WhenAll(Partitions.Select(partition => partition.AskAsync(state => state.Position)))).Max();
        Clock.Advance(TimeSpan.FromSeconds(new EmbeddedOptions().CheckpointSeconds));
        for (var rounds = 0; Partitions.Any(partition => partition.CommittedRow < position.Row); rounds++)
        {
            ThrowIfEndless(rounds);
            Clock.Tick();
            await FlushAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await StopAsync();
        }

        _directories.ForEach(directory => directory.Dispose());
    }

    public T Service<T>()
        where T : notnull => (_services ?? throw new InvalidOperationException("The runtime is not started.")).GetRequiredService<T>();

    private bool HasWork(WorkspaceState workspace) =>
        workspace.Segments.Any(segment => segment.IsRedefining)
        || workspace.Customers.Any(entry => entry.NextDueMs <= Clock.GetUtcNow().ToUnixTimeMilliseconds());

    private void ThrowIfEndless(int rounds)
    {
        if (rounds == RoundsMax)
        {
            var states = Partitions.Select(partition => $"{partition.CommittedRow} committed {partition.CheckpointFailure ?? partition.Failure}");
            throw new InvalidOperationException($"After {RoundsMax} ticks the runtime still has work to do: {string.Join("; ", states)}.");
        }
    }

    private async Task<bool> AnyAsync(Func<PartitionState, bool> question) =>
        (await Task.WhenAll(Partitions.Select(partition => partition.AskAsync(question)))).Contains(true);

    // The worker has done what the tick told it, the log has written what the worker gave it, and the worker has folded that.
    private async Task FlushAsync()
    {
        await AnyAsync(_ => false);
        var keys = Service<IKeys>();
        if (keys.FindWorkspace(FlushWorkspace) is null)
        {
            await keys.CreateWorkspaceAsync(new WorkspaceRecord(FlushWorkspace, FlushWorkspace), CancellationToken.None);
        }

        await keys.AddKeyAsync(new KeyRecord("flush", FlushWorkspace, Scopes.Read, "flush", 0), CancellationToken.None);
        await Task.WhenAll(Partitions.Select(partition => partition.WaitUntilFoldedAsync()));
    }
}
