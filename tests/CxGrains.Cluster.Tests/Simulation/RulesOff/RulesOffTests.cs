using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using Xunit.Abstractions;

namespace CxGrains.Cluster.Tests.Simulation.RulesOff;

/// <summary>Each rule of the protocol is needed: with any one switched off, schedules go wrong; and only where there are faults.</summary>
public class RulesOffTests(ITestOutputHelper output)
{
    private const int SchedulesMax = 3_000;
    private const int CalmSchedulesCount = 100;

    [Fact]
    public Task Without_binding_to_lives_something_is_lost() => IsNeededAsync(entities => new BindingOff(entities));

    [Fact]
    public Task Without_saving_by_the_bound_life_something_is_lost() => IsNeededAsync(entities => new SaveBindingOff(entities));

    [Fact]
    public Task Without_positions_something_counts_twice() => IsNeededAsync(entities => new PositionsOff(entities));

    [Fact]
    public Task Without_announcing_again_something_is_lost() => IsNeededAsync(entities => new AnnouncingAgainOff(entities));

    [Fact]
    public Task Without_the_causes_of_effects_something_counts_twice() => IsNeededAsync(entities => entities, log => new CausesOff(log));

    private async Task IsNeededAsync(Func<IEntities, IEntities> off, Func<IPartitionLog, IPartitionLog>? logOff = null)
    {
        var baseSeed = Random.Shared.Next();

        var (calm, _) = await Schedules.RunAsync(baseSeed, CalmSchedulesCount, off, logOff, withFaults: false);
        var (violation, _) = await Schedules.RunAsync(baseSeed, SchedulesMax, off, logOff);

        Assert.True(calm is null, $"Without any fault: {calm}");
        Assert.True(violation is not null, $"{SchedulesMax} schedules from seed {baseSeed} found nothing");
        output.WriteLine(violation.ToString());
    }
}
