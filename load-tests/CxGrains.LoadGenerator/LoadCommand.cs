using System.CommandLine;
using System.Text.Json;
using CxGrains.LoadGenerator.Delivery;
using CxGrains.LoadGenerator.Events;
using CxGrains.LoadGenerator.Hosting;
using CxGrains.LoadGenerator.Live;
using CxGrains.LoadGenerator.Memory;
using CxGrains.LoadGenerator.Page;
using CxGrains.LoadGenerator.Reporting;

namespace CxGrains.LoadGenerator;

/// <summary>The command line.</summary>
internal static class LoadCommand
{
    /// <summary>The command that measures memory in this process.</summary>
    public const string MemoryName = "memory";

    private const string HostAssembly = "src/CxGrains.Host/bin/Release/net10.0/CxGrains.Host.dll";

    // Interrupted, it has processes to end and data to remove; the library's own two seconds may not do.
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(30);

    private static readonly LoadOptions Defaults = new();

    private static readonly Option<string> Host = new("--host") { Description = $"The Host to measure (default {HostAssembly} of this checkout)." };
    private static readonly Option<string> Results = new("--results") { Description = "Where the report goes (default load-tests/results of this checkout)." };
    private static readonly Option<string> Work = new("--work") { Description = "The directory below which data lies during the run.", DefaultValueFactory = _ => Path.GetTempPath() };
    private static readonly Option<int> Events = Number("--events", "Interactions of the measured load", Defaults.Events, 1_000, 100_000_000);
    private static readonly Option<int> Customers = Number("--customers", "Customers they belong to", Defaults.Customers, 1, 900_000);
    private static readonly Option<int> BodyEvents = Number("--body-events", "Interactions in one body", Defaults.BodyEvents, 1, 10_000);
    private static readonly Option<int> Connections = Number("--connections", "Connections that send", Defaults.Connections, 1, 256);
    private static readonly Option<int> WarmUpEvents = Number("--warm-up-events", "Interactions sent before the measured load", Defaults.WarmUpEvents, 0, 10_000_000);
    private static readonly Option<int> DelaySeconds = Number("--delay-seconds", "Seconds for which delays are measured", Defaults.DelaySeconds, 1, 600);
    private static readonly Option<int> Seed = Number("--seed", "Seed of all randomness", Defaults.Seed, 0, int.MaxValue);
    private static readonly Option<int> PreparedMebibytes = Number("--prepared-mib", "Mebibytes of bodies made before the clock starts", Defaults.PreparedMebibytesMax, 1, 65_536);
    private static readonly Option<int> TimeoutMinutes = Number("--timeout-minutes", "Minutes after which the run is given up", Defaults.TimeoutMinutes, 1, 600);
    private static readonly Option<int> EventsEach = Number("--events-each", "Interactions of each customer", 10, 1, 1_000);

    private static readonly Option<int> FrameSeconds = Number("--frame-seconds", "Seconds for which frames are counted, each time", 60, 5, 600);
    private static readonly Option<int> MemoryMinutes = Number("--memory-minutes", "Minutes for which memory is watched", 10, 0, 600);
    private static readonly Option<string> Chromium = new("--chromium") { Description = "The browser.", DefaultValueFactory = _ => "/usr/bin/chromium" };
    private static readonly Option<int> Subjects = Number("--subjects", "Tickets and customers that fall due", 200, 1, 10_000);

    /// <summary>Runs the program: 0 when the figures were taken, whether they meet their targets or not.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures the Host against a loop that only parses the same interactions, and writes a report.")
        {
            Host, Results, Work, Events, Customers, BodyEvents, Connections, WarmUpEvents, DelaySeconds, Seed, PreparedMebibytes, TimeoutMinutes,
        };
        root.SetAction((parsed, cancellation) => GuardAsync(parsed, MeasureAsync, cancellation));

        var memory = new Command(MemoryName, "Measures the memory of the runtime's state in this process, and prints it as JSON.") { Customers, EventsEach, Seed, Work, TimeoutMinutes };
        memory.SetAction((parsed, cancellation) => GuardAsync(parsed, MeasureMemoryAsync, cancellation));
        root.Add(memory);

        var due = new Command("due", "Measures how long after its instant a dashboard shows what falls due with no event, and prints it as JSON.") { Host, Subjects, Seed, Work, TimeoutMinutes };
        due.SetAction((parsed, cancellation) => GuardAsync(parsed, MeasureDueAsync, cancellation));
        root.Add(due);
        var delivery = new Command("delivery", "Measures the way of an alert from its event to its webhook under load, and prints the figures.") { Host, Work, DelaySeconds, TimeoutMinutes };
        delivery.SetAction((parsed, cancellation) => GuardAsync(parsed, MeasureDeliveryAsync, cancellation));
        root.Add(delivery);
        var page = new Command("page", "Measures frames and memory of the overview in a browser while changes arrive, and writes a report.") { Host, Results, Work, Chromium, FrameSeconds, MemoryMinutes, TimeoutMinutes };
        page.SetAction((parsed, cancellation) => GuardAsync(parsed, MeasurePageAsync, cancellation));
        root.Add(page);
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = EndsWithin });
    }

    private static async Task<int> GuardAsync(ParseResult parsed, Func<ParseResult, CancellationToken, Task> run, CancellationToken interrupted)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        either.CancelAfter(TimeSpan.FromMinutes(parsed.GetValue(TimeoutMinutes)));
        try
        {
            await run(parsed, either.Token);
            return 0;
        }
        catch (LoadException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(interrupted.IsCancellationRequested ? "Interrupted." : "Given up: the run took longer than it may.");
            return 1;
        }
    }

    private static async Task MeasureAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var paths = Paths(parsed);
        var options = new LoadOptions
        {
            Events = parsed.GetValue(Events),
            Customers = parsed.GetValue(Customers),
            BodyEvents = parsed.GetValue(BodyEvents),
            Connections = parsed.GetValue(Connections),
            WarmUpEvents = parsed.GetValue(WarmUpEvents),
            DelaySeconds = parsed.GetValue(DelaySeconds),
            Seed = parsed.GetValue(Seed),
            PreparedMebibytesMax = parsed.GetValue(PreparedMebibytes),
            TimeoutMinutes = parsed.GetValue(TimeoutMinutes),
        };
        var report = await new LoadRun(options, paths, Console.Out).RunAsync(cancellationToken);
        var path = await ReportWriter.WriteAsync(report, paths.Results, cancellationToken);
        await Console.Out.WriteLineAsync($"\n{ReportWriter.Markdown(report)}\nWritten to {path}");
    }

    private static async Task MeasureMemoryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var customers = parsed.GetValue(Customers);
        var plan = new EventPlan
        {
            Events = (long)customers * parsed.GetValue(EventsEach),
            Customers = customers,
            BodyEvents = Defaults.BodyEvents,
            Seed = parsed.GetValue(Seed),
            Until = TimeProvider.System.GetUtcNow(),
            InTurnOnly = true,
        };
        using var data = WorkFolder.Create(parsed.GetValue(Work)!);
        var figures = await StateMemory.MeasureAsync(plan, data.FullPath, cancellationToken);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(figures));
    }

    private static async Task MeasureDueAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var data = WorkFolder.Create(parsed.GetValue(Work)!);
        await using var host = await HostProcess.StartAsync(HostPath(parsed), data.FullPath, cancellationToken);
        var figures = await new DueRun(host, parsed.GetValue(Subjects), parsed.GetValue(Seed)).MeasureAsync(cancellationToken);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(figures));
    }

    private static async Task MeasurePageAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var paths = Paths(parsed);
        var run = new PageRun(paths, parsed.GetValue(Chromium)!, Console.Out);
        var report = await run.RunAsync(TimeSpan.FromSeconds(parsed.GetValue(FrameSeconds)), parsed.GetValue(MemoryMinutes), cancellationToken);
        var path = await report.WriteAsync(paths.Results, cancellationToken);
        await Console.Out.WriteLineAsync($"\n{report.Markdown()}\nWritten to {path}");
    }

    private static LoadPaths Paths(ParseResult parsed) =>
        new(HostPath(parsed), parsed.GetValue(Results) ?? InCheckout("load-tests/results"), parsed.GetValue(Work)!);

    private static string HostPath(ParseResult parsed)
    {
        var path = parsed.GetValue(Host) ?? InCheckout(HostAssembly);
        return File.Exists(path) ? path : throw new LoadException($"There is no {path}; build it first: dotnet build -c Release src/CxGrains.Host");
    }

    private static async Task MeasureDeliveryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var work = parsed.GetValue(Work)!;
        var machine = Machine.Describe(work);
        var (delays, requests) = await new DeliveryRun(HostPath(parsed), work).RunAsync(parsed.GetValue(DelaySeconds), cancellationToken);
        await Console.Out.WriteLineAsync(
            $"{machine}\n{DeliveryRun.EventsPerSecond} events/s, of them {DeliveryRun.AlertsPerSecond} with an alert: {delays.Count} alerts, {requests} requests; "
            + $"p50 {delays.P50Ms:N1} ms, p95 {delays.P95Ms:N1} ms, p99 {delays.P99Ms:N1} ms, longest {delays.MaxMs:N1} ms");
    }

    private static string InCheckout(string path)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "CxGrains.sln")))
            {
                return Path.Combine(directory.FullName, path);
            }
        }

        throw new LoadException("This program lies outside a checkout: name the Host and the directory of the results.");
    }

    private static Option<int> Number(string name, string what, int initial, int min, int max)
    {
        var option = new Option<int>(name) { Description = $"{what}, {min:N0} to {max:N0}.", DefaultValueFactory = _ => initial };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < min || number > max))
            {
                result.AddError($"{name} must be {min:N0} to {max:N0}; it is {number:N0}");
            }
        });
        return option;
    }
}
