using CxGrains.Abstractions;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Embedded;
using CxGrains.Host.Demo;
using CxGrains.Host.Demo.Behaviour;
using CxGrains.Host.Demo.Company;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.Host.Tests.Demo;

/// <summary>A small demo company on the real embedded runtime.</summary>
public sealed class DemoServiceTests : IDisposable
{
    private const int Customers = 60;
    private const string Workspace = "default";

    private readonly string _data = Directory.CreateTempSubdirectory("cx-demo-").FullName;

    [Fact]
    public async Task An_empty_workspace_is_seeded_once_and_traffic_goes_on_after_a_restart()
    {
        var seeded = await RunUntilTrafficAsync();
        var restarted = await RunUntilTrafficAsync();

        Assert.Equal(Customers, seeded.Customers);
        Assert.Equal(Customers, restarted.Customers);
        Assert.Equal(["after-purchase", "relationship", "support-ease"], seeded.Surveys.Select(survey => survey.Id));
        Assert.Equal(5, seeded.Segments.Count);
        Assert.InRange(seeded.Interactions, 2_000, 10_000);

        // Another year would have doubled them.
        Assert.InRange(restarted.Interactions, seeded.Interactions + 1, seeded.Interactions + 500);
    }

    [Fact]
    public async Task A_runtime_that_is_busy_or_cannot_write_is_waited_for()
    {
        var company = DemoCompany.Create(1, 6);
        var ingest = new BusyThenGone();
        var item = new DemoInteraction { Customer = company.Customers[0], Type = "visit", AtMs = DemoYear.NowMs };

        await new DemoSender(ingest, Workspace, TimeProvider.System).SendAsync([("a", item)], isImport: true, CancellationToken.None);

        Assert.Equal(3, ingest.Calls);
        Assert.Equal("visit", Assert.Single(ingest.Taken!.Interactions).Type);
        Assert.True(ingest.Taken.IsImport);
        Assert.Equal(ingest.Taken.Lines.Length, Assert.Single(ingest.Taken.LineLengths));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    // Gives the workspace once some live interactions are applied.
    private async Task<WorkspaceView> RunUntilTrafficAsync()
    {
        var watch = new WatchedIngest();
        var builder = new HostApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddEmbeddedRuntime(options => options.DataDirectory = _data);
        builder.Services.Configure<DemoOptions>(options => options.Customers = Customers);
        builder.Services.AddDemo();
        var runtime = builder.Services.Last(service => service.ServiceType == typeof(IIngest));
        builder.Services.AddSingleton<IIngest>(provider => watch.Over((IIngest)runtime.ImplementationFactory!(provider)));
        using var host = builder.Build();
        await host.StartAsync();
        await watch.LiveApplied.WaitAsync(TimeSpan.FromMinutes(1));
        var view = await host.Services.GetRequiredService<IQueries>().WorkspaceAsync(Workspace, null, CancellationToken.None);
        var definitions = await host.Services.GetRequiredService<IDefinitions>().OfAsync(Workspace, CancellationToken.None);
        Assert.Equal(3, definitions.Surveys.Count);
        await host.StopAsync();
        return view;
    }

    /// <summary>Tells when the first live batch has its effect.</summary>
    private sealed class WatchedIngest : IIngest
    {
        private readonly TaskCompletionSource _liveApplied = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private IIngest? _inner;

        public Task LiveApplied => _liveApplied.Task;

        public long BatchBytesMax => _inner!.BatchBytesMax;

        public IIngest Over(IIngest inner)
        {
            _inner = inner;
            return this;
        }

        public async ValueTask<string> AppendAsync(InteractionBatch batch, CancellationToken cancellationToken)
        {
            var position = await _inner!.AppendAsync(batch, cancellationToken);
            if (!batch.IsImport)
            {
                await _inner.WaitUntilAppliedAsync(position, cancellationToken);
                _liveApplied.TrySetResult();
            }

            return position;
        }

        public ValueTask WaitUntilAppliedAsync(string position, CancellationToken cancellationToken) =>
            _inner!.WaitUntilAppliedAsync(position, cancellationToken);
    }

    /// <summary>Refuses the first two batches.</summary>
    private sealed class BusyThenGone : IIngest
    {
        public int Calls { get; private set; }

        public long BatchBytesMax => long.MaxValue;

        public InteractionBatch? Taken { get; private set; }

        public ValueTask<string> AppendAsync(InteractionBatch batch, CancellationToken cancellationToken)
        {
            Taken = ++Calls switch
            {
                1 => throw new BusyException("the test's queue is full", 1),
                2 => throw new UnavailableException("the test's disk is full", 1),
                _ => batch,
            };
            return ValueTask.FromResult("1");
        }

        public ValueTask WaitUntilAppliedAsync(string position, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
