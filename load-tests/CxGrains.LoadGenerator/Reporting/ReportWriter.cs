using System.Globalization;
using System.Text.Json;

namespace CxGrains.LoadGenerator.Reporting;

/// <summary>Writes a report as Markdown for people and as JSON for comparing runs.</summary>
internal static class ReportWriter
{
    private const double Mebibyte = 1024 * 1024;
    private const double Gibibyte = 1024 * Mebibyte;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes both files; says where the Markdown is.</summary>
    public static async Task<string> WriteAsync(LoadReport report, string directory, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{report.Date:yyyy-MM-dd}-load.md"));
        await File.WriteAllTextAsync(path, Markdown(report), cancellationToken);
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".json"), JsonSerializer.Serialize(report, Json) + "\n", cancellationToken);
        return path;
    }

    /// <summary>The report in Markdown.</summary>
    public static string Markdown(LoadReport report) => $"""
        # Load, {report.Date:yyyy-MM-dd}

        {Summary(report)}

        | measured | figure | target | |
        |---|---|---|---|
        {Rows(report.Targets.Select(target => $"| {target.Name} | {target.Figure} | {target.Wanted} | {(target.IsMet ? "pass" : "miss")} |"))}

        ## Machine

        {MachineText(report.Machine)}
        Host, load generator and dashboard shared its cores.

        ## Load

        {report.Options.Events:N0} interactions of {report.Options.Customers:N0} customers in bodies of {report.Options.BodyEvents:N0}, {report.Reference.Bytes / (double)report.Reference.Events:F0} bytes an interaction, seed {report.Options.Seed};
        {report.Options.Connections} connections; {report.Options.WarmUpEvents:N0} interactions sent before to warm up; {report.PreparedBodies:N0} bodies made before the clock started.

        | | interactions a second | processor time an interaction |
        |---|---|---|
        | reference loop, median of {report.Reference.Repeats} | {report.Reference.EventsPerSecond:N0} | {report.Reference.CpuMicrosecondsPerEvent:F2} µs |
        | durable, applied ingest over HTTP | {report.Ingest.EventsPerSecond:N0} | {report.Ingest.HostCpuMicrosecondsPerEvent:F2} µs in the Host, {report.Ingest.OwnCpuMicrosecondsPerEvent:F2} µs in the load generator |

        Written to the disk: {Optional(report.Ingest.WrittenBytesPerEvent, "F0")} bytes an interaction, for {report.Reference.Bytes / (double)report.Reference.Events:F0} sent.
        Requests refused for lack of room and sent again: {report.Ingest.Refusals:N0}, which cost connections {report.Ingest.RefusedSeconds:F1} s together.
        Afterwards the workspace counted every interaction once.

        ## Delay to the dashboard

        At {report.Delay.ReachedPerSecond:N0} interactions a second ({report.Delay.WantedPerSecond:N0} wanted, sent at most {report.Delay.LatestMs:N0} ms late, {report.Delay.Refusals:N0} refused), from before a marker was sent until the live topic had it, in milliseconds:

        | topic | markers | p50 | p95 | p99 | max |
        |---|---|---|---|---|---|
        | the marked customer | {DelayCells(report.Delay.Customer)} |
        | the workspace, all that was sent up to the marker | {DelayCells(report.Delay.Workspace)} |

        ## Memory

        | | bytes a customer | in all |
        |---|---|---|
        {Rows(report.Memory.Select(figures => $"| live objects, {figures.Customers:N0} customers with {figures.EventsEach} interactions each | {figures.BytesPerCustomer:F0} | {figures.HeapBytes / Mebibyte:F0} MiB |"))}
        | resident memory of the Host after the load, with whatever the collector has not given back | {Optional(report.Resident.AddedBytes / (double)report.Options.Customers, "F0")} | {Optional(report.Resident.AddedBytes / Mebibyte, "F0")} MiB |

        The empty runtime is subtracted from the first, the empty Host ({Optional(report.Resident.EmptyBytes / Mebibyte, "F0")} MiB) from the last.

        ## Restart

        Stopping after SIGTERM took {report.Restart.StopSeconds:F2} s and ended with code {report.Restart.StopExitCode}{(report.Restart.StopExitCode == 0 ? "" : ", so it was cut short")}; being ready after it took {report.Restart.ReadySeconds:F2} s.
        After a kill right behind {report.Restart.KilledEvents:N0} accepted interactions it was ready in {report.Restart.ReadyAfterKillSeconds:F2} s.
        Both times the workspace counted what was accepted before.

        """;

    private static string Summary(LoadReport report)
    {
        var missed = report.Targets.Count(target => !target.IsMet);
        return missed == 0 ? $"All {report.Targets.Count} targets were met." : $"{missed} of {report.Targets.Count} targets were missed.";
    }

    /// <summary>A machine in words.</summary>
    public static string MachineText(Machine machine)
    {
        var busy = machine.LoadAverageBefore is { } load ? $"; load average {load:F1} before the run" : "";
        return $"{machine.Cpu}, {machine.Cores} cores, {machine.MemoryBytes / Gibibyte:F0} GiB, {machine.System}, {machine.Runtime}, data on {machine.FileSystem}{busy}.";
    }

    private static string Rows(IEnumerable<string> rows) => string.Join('\n', rows);

    private static string DelayCells(Live.DelayFigures figures) =>
        $"{figures.Count} | {figures.P50Ms:F0} | {figures.P95Ms:F0} | {figures.P99Ms:F0} | {figures.MaxMs:F0}";

    private static string Optional(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? "unknown";
}
