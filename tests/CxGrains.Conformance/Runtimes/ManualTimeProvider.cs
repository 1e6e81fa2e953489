namespace CxGrains.Conformance.Runtimes;

/// <summary>A clock that stands still until a test moves it on. Timers fire on the thread that moves it.</summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now;

    /// <summary>A clock that stands at an instant.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _now = start;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var timer = new Timer(this, () => callback(state), _now + dueTime, period);
            _timers.Add(timer);
            return timer;
        }
    }

    /// <summary>Moves the clock on and fires each timer that is due, once: a clock that jumps is like a process that was asleep.</summary>
    public void Advance(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
        }

        Fire(timer => timer.IsDue);
    }

    /// <summary>Fires every timer at this very instant, as if its period were over.</summary>
    public void Tick() => Fire(_ => true);

    private void Fire(Predicate<Timer> which)
    {
        List<Timer> due;
        lock (_lock)
        {
            due = _timers.FindAll(which);
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class Timer(ManualTimeProvider clock, Action callback, DateTimeOffset dueAt, TimeSpan period) : ITimer
    {
        private DateTimeOffset _dueAt = dueAt;
        private TimeSpan _period = period;

        public bool IsDue => _dueAt <= clock._now;

        public void Fire()
        {
            _dueAt = _period > TimeSpan.Zero ? clock.GetUtcNow() + _period : DateTimeOffset.MaxValue;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _dueAt = clock.GetUtcNow() + dueTime;
            _period = period;
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
