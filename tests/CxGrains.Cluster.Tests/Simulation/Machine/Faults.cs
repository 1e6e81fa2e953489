namespace CxGrains.Cluster.Tests.Simulation.Machine;

/// <summary>What goes wrong in a schedule, drawn from its seed, and no more than a number of times.</summary>
/// <param name="random">The schedule's dice.</param>
/// <param name="callChance">How likely a call fails.</param>
/// <param name="eventChance">How likely something else happens in a step: a life lost, a restart.</param>
/// <param name="left">Faults that may still happen.</param>
internal sealed class Faults(Random random, double callChance, double eventChance, int left)
{
    private const int HopsMax = 3;

    /// <summary>Whether faults are still to come.</summary>
    public bool IsOver => left == 0;

    /// <summary>Faults of a seed: some schedules suffer much, some little.</summary>
    public static Faults Of(Random random) => new(random, random.Next(4) * 0.02, 0.002 + (random.Next(4) * 0.01), random.Next(2, 25));

    /// <summary>No faults.</summary>
    public static Faults None(Random random) => new(random, 0, 0, 0);

    /// <summary>Nothing goes wrong from now on.</summary>
    public void End() => left = 0;

    /// <summary>What happens to a call.</summary>
    public CallFault DrawForCall() => IsHit(callChance) ? (CallFault)random.Next(1, 4) : CallFault.None;

    /// <summary>Whether something happens in this step.</summary>
    public bool DrawForStep() => IsHit(eventChance);

    /// <summary>Either of two.</summary>
    public bool Toss() => random.Next(2) == 0;

    /// <summary>Lets others go first, now and then.</summary>
    public async Task HopAsync()
    {
        for (var hops = random.Next(HopsMax); hops > 0; hops--)
        {
            await Task.Yield();
        }
    }

    private bool IsHit(double chance)
    {
        if (left == 0 || random.NextDouble() >= chance)
        {
            return false;
        }

        left--;
        return true;
    }
}
