using System.Text.Json;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Keys;
using CxGrains.Cluster.Tests.Conformance;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Segments;
using CxGrains.Embedded.Moving;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Cluster.Tests.Moving;

/// <summary>An embedded runtime with some history, and a cluster that its directory can be moved into. Each has a clock of its own.</summary>
public abstract class MoveScenario(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly List<IRuntimeUnderTest> _runtimes = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var runtime in _runtimes)
        {
            await runtime.DisposeAsync();
        }
    }

    private protected async Task<EmbeddedRuntimeUnderTest> EmbeddedAsync()
    {
        var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
        _runtimes.Add(runtime);
        await runtime.StartAsync();
        await runtime.Service<IKeys>().CreateWorkspaceAsync(new WorkspaceRecord(Client.Workspace, "Acme Ltd"), CancellationToken.None);
        return runtime;
    }

    private protected async Task<ClusterRuntimeUnderTest> ClusterAsync(DateTimeOffset now, RuntimeSize? size = null)
    {
        var runtime = new ClusterRuntimeUnderTest(postgres, size ?? new RuntimeSize(), new ManualTimeProvider(now));
        _runtimes.Add(runtime);
        await runtime.StartAsync();
        return runtime;
    }

    /// <summary>Lets weeks pass: traffic with edits, an import, customers who fall silent and return. The same for the same seed.</summary>
    private protected static async Task LiveAsync(IRuntimeUnderTest runtime, int seed, int steps)
    {
        var random = new Random(seed);
        var client = new Client(runtime);
        for (var step = 0; step < steps; step++)
        {
            var now = runtime.Clock.GetUtcNow();
            await client.AppendAsync(Company.Lines((100 * seed) + step, customers: 60, interactions: 150, until: now, days: 20), isImport: step == 1);
            runtime.Clock.Advance(TimeSpan.FromMinutes(random.Next(30 * 1440)));
            await runtime.SettleAsync();
        }
    }

    private protected static async Task DefineAsync(IRuntimeUnderTest runtime, string id, string rule)
    {
        using var json = JsonDocument.Parse(rule);
        await runtime.Definitions.DefineSegmentAsync(Client.Workspace, id, id, SegmentRule.Parse(json.RootElement), null, CancellationToken.None);
    }

    private protected static async Task DefineSegmentsAsync(IRuntimeUnderTest runtime)
    {
        await DefineAsync(runtime, "buyers", """{"field":"purchases.count","op":"ge","value":3}""");
        await DefineAsync(runtime, "detractors", """{"field":"nps.category","op":"eq","value":"detractor"}""");
        await DefineAsync(runtime, "silent", """{"field":"lastSeenDays","op":"ge","value":12.5}""");
    }

    /// <summary>Moves a directory, a few parts at a time.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="cluster">Where to.</param>
    /// <param name="partsMax">Parts after which it is given up, before the end.</param>
    private protected static async Task<MoveState> MoveAsync(string directory, ClusterRuntimeUnderTest cluster, int partsMax = int.MaxValue)
    {
        using var archive = EmbeddedArchive.Open(directory);
        var target = cluster.Service<IMoveTarget>();
        var state = MoveState.Open;
        foreach (var parts in archive.Read().Take(partsMax).Chunk(25))
        {
            state = await target.TakeAsync(archive.Source, parts, isLast: false, CancellationToken.None);
        }

        state = partsMax < int.MaxValue ? state : await target.TakeAsync(archive.Source, [], isLast: true, CancellationToken.None);
        await ReadKeysAsync(cluster);
        return state;
    }

    /// <summary>Lets every silo read workspaces and keys now, which it does each second by itself.</summary>
    private protected static Task ReadKeysAsync(ClusterRuntimeUnderTest cluster) => Task.WhenAll(cluster.Cluster.Silos.Select(silo =>
        cluster.Cluster.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<ClusterKeys>().RefreshAsync(CancellationToken.None)));
}
