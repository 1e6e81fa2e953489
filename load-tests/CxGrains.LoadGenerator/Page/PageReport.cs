using System.Globalization;
using CxGrains.LoadGenerator.Reporting;

namespace CxGrains.LoadGenerator.Page;

/// <summary>What was measured of the page.</summary>
/// <param name="Date">When it was measured.</param>
/// <param name="Machine">On what.</param>
/// <param name="FrameTime">How long frames were counted for, each time.</param>
/// <param name="Frames">Frames, by how often the Host pushes.</param>
/// <param name="Memory">Readings, one a minute, the first one at the start.</param>
internal sealed record PageReport(DateTimeOffset Date, Machine Machine, TimeSpan FrameTime, IReadOnlyList<FrameFigures> Frames, IReadOnlyList<MemoryReading> Memory)
{
    private const double Mebibyte = 1024 * 1024;
    private const double FramesWanted = 60;

    // A frame more or less in a second is the clock's, not the page's.
    private const double FramesTolerance = 1;

    // By then the page's code is compiled and its lists are full.
    private const int SettledMinute = 5;

    private const double GrowthMax = 0.1;

    /// <summary>Writes it; says where.</summary>
    public async Task<string> WriteAsync(string directory, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}-page.md"));
        await File.WriteAllTextAsync(path, Markdown(), cancellationToken);
        return path;
    }

    /// <summary>The report in Markdown.</summary>
    public string Markdown() => string.Create(CultureInfo.InvariantCulture, $"""
        # The overview in a browser, {Date:yyyy-MM-dd}

        {ReportWriter.MachineText(Machine)}
        Host, load and browser shared its cores; headless Chromium, which draws without a graphics card, 1920 by 1080.
        {PageRun.EventsPerSecond} interactions a second, one in each request: visits, purchases, answers with comments, now and then a complaint that raises an alert.

        ## Frames

        For {FrameTime.TotalSeconds:F0} s each. An update is one message of a live topic; a topic is pushed at most every 100 ms unless `LivePeriodMs` says otherwise, whatever happens meanwhile.
        A frame counts as late when it came more than {FrameFigures.MissedAboveMs:F0} ms after the one before.

        | pushed | updates/s arrived | frames/s | p50 | p99 | longest | late | target: {FramesWanted:F0} frames/s |
        |---|---|---|---|---|---|---|---|
        {string.Join('\n', Frames.Select(FramesRow))}

        ## Memory

        With every change pushed at once, read once a minute after a collection.

        | minute | script heap | nodes | listeners | resident |
        |---|---|---|---|---|
        {string.Join('\n', Memory.Where(reading => reading.Minute % 5 == 0 || reading == Memory[^1]).Select(MemoryRow))}

        {Growth()}

        """);

    private static string FramesRow(FrameFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {figures.Pushes} | {figures.UpdatesPerSecond:F0} | {figures.FramesPerSecond:F1} | {figures.P50Ms:F1} ms | {figures.P99Ms:F1} ms | {figures.MaxMs:F1} ms | {figures.MissedShare:P2} | {(figures.FramesPerSecond >= FramesWanted - FramesTolerance ? "pass" : "miss")} |");

    private static string MemoryRow(MemoryReading reading) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {reading.Minute} | {reading.HeapBytes / Mebibyte:F2} MiB | {reading.Nodes:N0} | {reading.Listeners:N0} | {(reading.ResidentBytes is { } bytes ? $"{bytes / Mebibyte:F0} MiB" : "unknown")} |");

    private string Growth()
    {
        if (Memory.Count <= SettledMinute + 1)
        {
            return "Too short to say whether memory grows.";
        }

        var (settled, last) = (Memory[SettledMinute], Memory[^1]);
        var growth = (last.HeapBytes / settled.HeapBytes) - 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"From minute {settled.Minute} to minute {last.Minute} the heap changed by {growth:+0.0%;-0.0%}; flat means at most {GrowthMax:P0} more: {(growth <= GrowthMax ? "pass" : "miss")}.");
    }
}
