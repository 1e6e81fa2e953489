using CxGrains.LoadGenerator.Events;
using CxGrains.LoadGenerator.Hosting;
using CxGrains.LoadGenerator.Live;
using CxGrains.LoadGenerator.Memory;
using CxGrains.LoadGenerator.Reference;
using CxGrains.LoadGenerator.Reporting;
using CxGrains.LoadGenerator.Sending;

namespace CxGrains.LoadGenerator;

/// <summary>The whole measured run, one step after the other, so that no step disturbs another.</summary>
internal sealed class LoadRun(LoadOptions options, LoadPaths paths, TextWriter progress)
{
    private const int ReferenceRepeats = 3;
    private const int MainTag = 0;
    private const int WarmUpTag = 1;
    private const int KillTag = 2;
    private const int FirstDelayTag = 3;
    private const long Mebibyte = 1024 * 1024;
    private static readonly int[] MemoryEventsEach = [10, 20];

    // Checkpoints and compiling are over by then, and the collector has had time to give memory back.
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(15);

    /// <summary>Runs.</summary>
    public async Task<LoadReport> RunAsync(CancellationToken cancellationToken)
    {
        var machine = Machine.Describe(paths.Work);
        var now = TimeProvider.System.GetUtcNow();
        var memory = await MeasureMemoryAsync(cancellationToken);

        await progress.WriteLineAsync($"Making {options.Events:N0} interactions");
        var plan = new EventPlan { Events = options.Events, Customers = options.Customers, BodyEvents = options.BodyEvents, Seed = options.Seed, Until = now };
        var source = BodySource.Prepare(plan, options.PreparedMebibytesMax * Mebibyte, cancellationToken);
        var reference = ReferenceLoop.Measure(source.Prepared, ReferenceRepeats, cancellationToken);
        await progress.WriteLineAsync($"Reference loop: {reference.EventsPerSecond:N0} interactions a second");

        using var data = WorkFolder.Create(paths.Work);
        var (ingest, resident, delay, stop) = await MeasureLoadAsync(source, data.FullPath, cancellationToken);
        var restart = await MeasureRestartsAsync(source, data.FullPath, delay.CountAfter, stop, cancellationToken);
        return new LoadReport
        {
            Date = DateOnly.FromDateTime(now.UtcDateTime),
            Machine = machine,
            Options = options,
            PreparedBodies = source.Prepared.Count,
            Reference = reference,
            Ingest = ingest,
            Delay = delay,
            Memory = memory,
            Resident = resident,
            Restart = restart,
        };
    }

    private async Task<List<MemoryFigures>> MeasureMemoryAsync(CancellationToken cancellationToken)
    {
        var memory = new List<MemoryFigures>();
        foreach (var eventsEach in MemoryEventsEach)
        {
            memory.Add(await MemoryProcess.MeasureAsync(options, paths.Work, eventsEach, cancellationToken));
            await progress.WriteLineAsync($"State in memory: {memory[^1].BytesPerCustomer:F0} B a customer with {eventsEach} interactions");
        }

        return memory;
    }

    private async Task<(SendFigures Ingest, ResidentFigures Resident, DelayRunFigures Delay, (TimeSpan Elapsed, int ExitCode) Stop)> MeasureLoadAsync(
        BodySource source, string data, CancellationToken cancellationToken)
    {
        await using var host = await HostProcess.StartAsync(paths.Host, data, cancellationToken);
        await Task.Delay(SettledAfter, cancellationToken);
        var emptyBytes = host.ResidentBytes;

        var sender = new FullSpeed(source, host, options.Connections);
        var warmUpBodies = Math.Min(source.Plan.Bodies, options.WarmUpEvents / options.BodyEvents);
        var warmUp = await sender.SendAsync(warmUpBodies, WarmUpTag, 0, cancellationToken);

        // The compiler waits for a quieter moment to make the code that ran most as fast as it gets.
        await Task.Delay(SettledAfter, cancellationToken);
        var ingest = await sender.SendAsync(source.Plan.Bodies, MainTag, warmUp.Events, cancellationToken);
        await progress.WriteLineAsync($"Ingest: {ingest.EventsPerSecond:N0} interactions a second");
        await Task.Delay(SettledAfter, cancellationToken);
        var resident = new ResidentFigures(emptyBytes, host.ResidentBytes);

        var delayRun = new DelayRun(source, host, options);
        var delay = await delayRun.MeasureAsync(ingest.EventsPerSecond / 2, FirstDelayTag, warmUp.Events + ingest.Events, cancellationToken);
        await progress.WriteLineAsync($"Delay to the dashboard: p99 {delay.Customer.P99Ms:F0} ms");
        return (ingest, resident, delay, await host.StopAsync(cancellationToken));
    }

    private async Task<RestartFigures> MeasureRestartsAsync(
        BodySource source, string data, long count, (TimeSpan Elapsed, int ExitCode) stop, CancellationToken cancellationToken)
    {
        double readySeconds;
        await using (var stopped = await HostProcess.StartAsync(paths.Host, data, cancellationToken))
        {
            readySeconds = stopped.ReadyAfter.TotalSeconds;
            await CheckCountAsync(stopped, count, cancellationToken);
            await progress.WriteLineAsync($"Ready after a stop: {readySeconds:F2} s");
            await new FullSpeed(source, stopped, options.Connections).SendUntilAcceptedAsync(source.Plan.Bodies, KillTag, cancellationToken);
            await stopped.KillAsync();
        }

        await using var killed = await HostProcess.StartAsync(paths.Host, data, cancellationToken);
        await CheckCountAsync(killed, count + source.Plan.Events, cancellationToken);
        await progress.WriteLineAsync($"Ready after a kill: {killed.ReadyAfter.TotalSeconds:F2} s");
        return new RestartFigures(options.Customers, stop.Elapsed.TotalSeconds, stop.ExitCode, readySeconds, source.Plan.Events, killed.ReadyAfter.TotalSeconds);
    }

    // Asked once: what is ready has to count all that was ever accepted.
    private static async Task CheckCountAsync(HostProcess host, long expected, CancellationToken cancellationToken)
    {
        using var client = new IngestClient(host, connections: 1);
        await client.WaitForCountAsync(expected, TimeSpan.Zero, cancellationToken);
    }
}
