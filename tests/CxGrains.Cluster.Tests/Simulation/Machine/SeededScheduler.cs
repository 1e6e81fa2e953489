namespace CxGrains.Cluster.Tests.Simulation.Machine;

/// <summary>Runs tasks on the caller's thread, one step at a time; which of those that are ready comes next, the seed decides.</summary>
internal sealed class SeededScheduler(Random random) : TaskScheduler
{
    private readonly List<Task> _ready = [];

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Starts something that runs here to its end.</summary>
    public Task Start(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    /// <summary>Runs one step; says whether there was one.</summary>
    public bool RunOne()
    {
        if (_ready.Count == 0)
        {
            return false;
        }

        var i = random.Next(_ready.Count);
        var task = _ready[i];
        _ready[i] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        TryExecuteTask(task);
        return true;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => _ready;

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => _ready.Add(task);

    // Never at once: the seed decides when.
    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
}
