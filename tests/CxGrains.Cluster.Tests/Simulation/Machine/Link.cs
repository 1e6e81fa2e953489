namespace CxGrains.Cluster.Tests.Simulation.Machine;

/// <summary>What a worker's calls go through: they take their time, fail, and never come back once its process is dead.</summary>
internal sealed class Link(Faults faults)
{
    /// <summary>Whether the worker's process is dead.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The worker's process dies. Calls under way may still have their effect.</summary>
    public void Cut() => IsCut = true;

    /// <summary>A call that tells nothing.</summary>
    public Task CallAsync(Func<Task> effect) => CallAsync(async () =>
    {
        await effect();
        return true;
    });

    /// <summary>A call.</summary>
    /// <exception cref="TimeoutException">It failed; whether it has its effect, nobody knows.</exception>
    public async Task<T> CallAsync<T>(Func<Task<T>> effect)
    {
        await faults.HopAsync();
        if (IsCut)
        {
            return await NeverAsync<T>();
        }

        var fault = faults.DrawForCall();
        if (fault == CallFault.LateEffect)
        {
            _ = HappenLateAsync(effect);
        }

        if (fault is CallFault.BeforeEffect or CallFault.LateEffect)
        {
            throw new TimeoutException("No answer came");
        }

        var answer = await effect();
        await faults.HopAsync();
        if (IsCut)
        {
            return await NeverAsync<T>();
        }

        return fault == CallFault.None ? answer : throw new TimeoutException("The answer was lost");
    }

    private static Task<T> NeverAsync<T>() => new TaskCompletionSource<T>().Task;

    private async Task HappenLateAsync<T>(Func<Task<T>> effect)
    {
        for (var i = 0; i < 10; i++)
        {
            await faults.HopAsync();
        }

        await ((Task)effect()).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }
}
