namespace CxGrains.Cluster.Tests.Simulation.Machine;

/// <summary>Time that passes only when a pause is ended.</summary>
internal sealed class SimulatedWaiting : TimeProvider
{
    private readonly List<Pause> _pauses = [];

    /// <summary>Ends the pause that ends first; says whether there was one.</summary>
    public bool EndNext()
    {
        if (_pauses.MinBy(pause => pause.AtMost) is not { } next)
        {
            return false;
        }

        _pauses.Remove(next);
        next.End();
        return true;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var pause = new Pause(this, callback, state, dueTime);
        _pauses.Add(pause);
        return pause;
    }

    private sealed class Pause(SimulatedWaiting waiting, TimerCallback callback, object? state, TimeSpan atMost) : ITimer
    {
        public TimeSpan AtMost => atMost;

        public void End() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Nothing here changes a timer.");

        public void Dispose() => waiting._pauses.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
