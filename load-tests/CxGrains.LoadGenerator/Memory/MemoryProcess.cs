using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CxGrains.LoadGenerator.Hosting;

namespace CxGrains.LoadGenerator.Memory;

/// <summary>Runs <see cref="StateMemory"/> in a process of its own, where nothing else is on the heap.</summary>
internal static class MemoryProcess
{
    /// <summary>Measures.</summary>
    public static async Task<MemoryFigures> MeasureAsync(LoadOptions options, string workDirectory, int eventsEach, CancellationToken cancellationToken)
    {
        var start = DotnetProgram.Of(
            typeof(MemoryProcess).Assembly.Location,
            LoadCommand.MemoryName,
            "--customers", options.Customers.ToString(CultureInfo.InvariantCulture),
            "--events-each", eventsEach.ToString(CultureInfo.InvariantCulture),
            "--seed", options.Seed.ToString(CultureInfo.InvariantCulture),
            "--work", workDirectory);
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<MemoryFigures>(output)!
                : throw new LoadException($"Measuring memory ended with code {process.ExitCode}:\n{await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
