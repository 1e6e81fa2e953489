using System.Text.Json;
using CxGrains.LoadGenerator.Hosting;
using CxGrains.LoadGenerator.Reporting;
using CxGrains.LoadGenerator.Sending;

namespace CxGrains.LoadGenerator.Page;

/// <summary>
/// Measures the overview in a browser: frames a second with nothing happening, with changes coming as the Host is set, and with every change
/// pushed at once; then its memory while that goes on.
/// </summary>
/// <param name="paths">The Host, where the report goes, where data lies.</param>
/// <param name="chromium">The browser.</param>
/// <param name="progress">Is told what goes on.</param>
internal sealed class PageRun(LoadPaths paths, string chromium, TextWriter progress)
{
    /// <summary>Interactions a second, each sent by itself.</summary>
    public const int EventsPerSecond = 100;

    private const int DefaultPeriodMs = 100;
    private const int ShortestPeriodMs = 10;
    private static readonly Uri Rule = new("/api/v1/alert-rules/complaints", UriKind.Relative);
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(10);

    /// <summary>Measures.</summary>
    /// <param name="frameTime">How long frames are counted for, each time.</param>
    /// <param name="memoryMinutes">How many minutes memory is watched for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LoadException">Something did not go as it must for the figures to mean anything.</exception>
    public async Task<PageReport> RunAsync(TimeSpan frameTime, int memoryMinutes, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe(paths.Work);
        var (idle, asSet) = await WithPageAsync(
            DefaultPeriodMs,
            async (page, load) =>
            {
                var idle = await FramesAsync(page, frameTime, "no changes", cancellationToken);
                load.Start();
                return (idle, await FramesAsync(page, frameTime, $"at most every {DefaultPeriodMs} ms", cancellationToken));
            },
            cancellationToken);
        var (atOnce, memory) = await WithPageAsync(
            ShortestPeriodMs,
            async (page, load) =>
            {
                load.Start();
                return (await FramesAsync(page, frameTime, $"at most every {ShortestPeriodMs} ms", cancellationToken), await WatchMemoryAsync(page, memoryMinutes, cancellationToken));
            },
            cancellationToken);
        return new PageReport(TimeProvider.System.GetUtcNow(), machine, frameTime, [idle, asSet, atOnce], memory);
    }

    private async Task<T> WithPageAsync<T>(int periodMs, Func<OpenPage, PageLoad, Task<T>> measure, CancellationToken cancellationToken)
    {
        using var data = WorkFolder.Create(paths.Work);
        await using var host = await HostProcess.StartAsync(
            paths.Host, data.FullPath, new Dictionary<string, string> { ["Web__LivePeriodMs"] = JsonSerializer.Serialize(periodMs) }, cancellationToken);
        using var client = new IngestClient(host, connections: 4);
        await client.PutAsync(Rule, """{"id":"complaints","name":"Complaints","condition":{"type":"complaint"}}""", cancellationToken);
        await using var load = new PageLoad(client, EventsPerSecond);
        await load.FillAsync(cancellationToken);
        await using var page = await OpenPage.OpenAsync(chromium, host);
        await Task.Delay(Settles, cancellationToken);
        var figures = await measure(page, load);
        await load.StopAsync();
        return figures;
    }

    private async Task<FrameFigures> FramesAsync(OpenPage page, TimeSpan time, string pushes, CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync($"frames, {pushes} …");
        await Task.Delay(Settles, cancellationToken);
        return await page.CountFramesAsync(pushes, time);
    }

    private async Task<IReadOnlyList<MemoryReading>> WatchMemoryAsync(OpenPage page, int minutes, CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync($"memory, {minutes} minutes …");
        var readings = new List<MemoryReading> { await page.ReadMemoryAsync(0) };
        for (var minute = 1; minute <= minutes; minute++)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
            readings.Add(await page.ReadMemoryAsync(minute));
        }

        return readings;
    }
}
