using System.Globalization;
using Xunit.Abstractions;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>
/// The worker over the real domain, in schedules that are drawn from seeds: lives lost, calls that time out, two workers at once,
/// restarts. CX_SIMULATION_SEED runs one seed, CX_SIMULATION_SCHEDULES another number of them.
/// </summary>
public class SimulationTests(ITestOutputHelper output)
{
    private const int SchedulesCount = 10_000;

    [Fact]
    public async Task Whatever_is_lost_on_the_way_every_record_counts_once()
    {
        var seed = Setting("CX_SIMULATION_SEED");
        var baseSeed = seed ?? Random.Shared.Next();
        var count = seed is null ? Setting("CX_SIMULATION_SCHEDULES") ?? SchedulesCount : 1;
        output.WriteLine($"{count} schedules from seed {baseSeed}");

        var (violation, coverage) = await Schedules.RunAsync(baseSeed, count, entities => entities);

        output.WriteLine(coverage.ToString());
        Assert.True(violation is null, $"{violation} (run it alone: CX_SIMULATION_SEED={violation?.Seed})");
    }

    private static int? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
