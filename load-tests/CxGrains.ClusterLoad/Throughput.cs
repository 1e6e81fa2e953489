using System.Diagnostics;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain.Surveys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxGrains.ClusterLoad;

/// <summary>Measures how many interactions a second a silo accepts and applies, against bare calls of its grains.</summary>
internal sealed class Throughput(OneSilo silo)
{
    private const int InFlight = 8;
    private const int BareGrains = 10_000;
    private const int BareInFlight = 1_000;

    /// <summary>Calls of grains that do nothing, a second, by the silo itself.</summary>
    public Task<double> BareCallsAsync(TimeSpan time) => BareCallsAsync(silo.Grains, time);

    /// <summary>Calls of grains that do nothing, a second, by a client that is none of the silo, over loopback.</summary>
    public async Task<double> ClientCallsAsync(TimeSpan time)
    {
        using var client = await OneSilo.ConnectClientAsync();
        var calls = await BareCallsAsync(client.Services.GetRequiredService<IGrainFactory>(), time);
        await client.StopAsync();
        return calls;
    }

    /// <summary>Interactions accepted and applied, a second.</summary>
    public async Task<double> AppliedAsync(IReadOnlyList<InteractionBatch> batches)
    {
        // What was made beforehand must not be moved by the collector while the clock runs.
        GC.Collect();
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            string? last = null;
            for (var i = Interlocked.Increment(ref next); i < batches.Count; i = Interlocked.Increment(ref next))
            {
                last = await silo.Ingest.AppendAsync(batches[i], CancellationToken.None);
            }

            if (last is not null)
            {
                await silo.Ingest.WaitUntilAppliedAsync(last, CancellationToken.None);
            }
        }));
        return batches.Count * (double)BatchSource.BatchInteractions / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Defines the surveys that are answered.</summary>
    public async Task DefineSurveysAsync(int surveys)
    {
        for (var i = 0; i < surveys; i++)
        {
            await silo.Definitions.EnsureSurveyAsync("load", new SurveyDefinition { Id = $"s{i}", Name = $"s{i}", Metric = SurveyMetric.Nps, Scale = 10 }, CancellationToken.None);
        }
    }

    private static async Task<double> BareCallsAsync(IGrainFactory factory, TimeSpan time)
    {
        var grains = Enumerable.Range(0, BareGrains).Select(i => factory.GetGrain<IBareGrain>(i)).ToArray();
        await Task.WhenAll(grains.Select(grain => grain.CallAsync(0)));
        var calls = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, BareInFlight).Select(async first =>
        {
            for (var i = first; watch.Elapsed < time; i = (i + BareInFlight) % BareGrains)
            {
                await grains[i].CallAsync(i);
                Interlocked.Increment(ref calls);
            }
        }));
        return calls / watch.Elapsed.TotalSeconds;
    }
}
