using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Surveys;
using CxGrains.Embedded;
using CxGrains.LoadGenerator.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxGrains.LoadGenerator.Memory;

/// <summary>Measures what customers take in memory: the embedded runtime in this process, and nothing else.</summary>
internal static class StateMemory
{
    private const string Workspace = "default";
    private const int CheckpointSeconds = 1;
    private const int LooksMax = 30;
    private const double SettledShare = 0.005;

    // Two checkpoints' time: when nothing was let go for so long, the copies that a checkpoint holds while it is written are gone.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2 * CheckpointSeconds);

    /// <summary>Measures.</summary>
    /// <param name="plan">The interactions; strict turns give each customer as many.</param>
    /// <param name="dataDirectory">An empty directory.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<MemoryFigures> MeasureAsync(EventPlan plan, string dataDirectory, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEmbeddedRuntime(options =>
        {
            options.DataDirectory = dataDirectory;
            options.CheckpointSeconds = CheckpointSeconds;
            options.ResidentCustomersMax = Math.Max(options.ResidentCustomersMax, 2 * plan.Customers);
        });
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        await DefineAsync(host.Services, cancellationToken);
        var before = await SettledBytesAsync(cancellationToken);
        await FillAsync(host.Services, plan, cancellationToken);
        var after = await SettledBytesAsync(cancellationToken);
        await CheckAsync(host.Services, plan, cancellationToken);
        await host.StopAsync(cancellationToken);
        return new MemoryFigures(plan.Customers, (int)(plan.Events / plan.Customers), after - before);
    }

    private static async Task DefineAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IKeys>().CreateWorkspaceAsync(new WorkspaceRecord(Workspace, "Default"), cancellationToken);
        var definitions = services.GetRequiredService<IDefinitions>();
        await definitions.EnsureSurveyAsync(Workspace, Survey(EventWriter.NpsSurvey, SurveyMetric.Nps, SurveyDefinition.DefaultScale(SurveyMetric.Nps)), cancellationToken);
        await definitions.EnsureSurveyAsync(Workspace, Survey(EventWriter.CsatSurvey, SurveyMetric.Csat, EventWriter.CsatScale), cancellationToken);
    }

    private static SurveyDefinition Survey(string id, SurveyMetric metric, int scale) => new() { Id = id, Name = id, Metric = metric, Scale = scale };

    private static async Task FillAsync(IServiceProvider services, EventPlan plan, CancellationToken cancellationToken)
    {
        var ingest = services.GetRequiredService<IIngest>();
        var names = services.GetRequiredService<NamePool>();
        var bodies = new EventBodies(plan);
        for (var number = 0; number < plan.Bodies; number++)
        {
            // Waited for one by one: the queue stays short, so that nothing is ever refused.
            var position = await ingest.AppendAsync(Read(bodies.Make(number), plan.Until.ToUnixTimeMilliseconds(), names), cancellationToken);
            await ingest.WaitUntilAppliedAsync(position, cancellationToken);
        }
    }

    private static InteractionBatch Read(byte[] body, long receivedMs, NamePool names)
    {
        var interactions = new List<Interaction>();
        var lengths = new List<int>();
        var lines = new List<byte>(body.Length);
        foreach (var range in body.AsSpan().Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = body.AsSpan(range);
            if (line.IsEmpty)
            {
                continue;
            }

            if (!InteractionReader.TryRead(line, receivedMs, names, out var interaction, out var error))
            {
                throw new LoadException($"An interaction of the load is invalid: {error}");
            }

            interactions.Add(interaction!);
            lengths.Add(line.Length);
            lines.AddRange(line);
        }

        return new InteractionBatch { Workspace = Workspace, ReceivedMs = receivedMs, Interactions = interactions, Lines = lines.ToArray(), LineLengths = lengths };
    }

    private static async Task CheckAsync(IServiceProvider services, EventPlan plan, CancellationToken cancellationToken)
    {
        var view = await services.GetRequiredService<IQueries>().WorkspaceAsync(Workspace, null, cancellationToken);
        if (view.Interactions != plan.Events || view.Customers != plan.Customers)
        {
            throw new LoadException($"The runtime counts {view.Interactions} interactions of {view.Customers} customers where {plan.Events} of {plan.Customers} were applied.");
        }
    }

    private static async Task<long> SettledBytesAsync(CancellationToken cancellationToken)
    {
        var bytes = LiveBytes();
        for (var look = 0; look < LooksMax; look++)
        {
            await Task.Delay(LookEvery, cancellationToken);
            var before = bytes;
            bytes = LiveBytes();
            if (Math.Abs(before - bytes) <= SettledShare * bytes)
            {
                return bytes;
            }
        }

        throw new LoadException($"Memory has not settled after {LooksMax * LookEvery.TotalSeconds} s.");
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
