using CxGrains.Abstractions;
using CxGrains.Abstractions.Audit;
using CxGrains.Abstractions.Ingest;

namespace CxGrains.Domain.Tests.Audit;

public sealed class AuditQueueTests
{
    private static readonly WaitingAct Act = new("acme", new AuditAct { AtMs = 1, By = "key", ByName = "Ann", Action = "customer.read" });

    [Fact]
    public async Task What_comes_while_one_group_is_written_goes_together_and_nobody_goes_on_before()
    {
        var groups = new List<int>();
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var queue = new AuditQueue(async acts =>
        {
            groups.Add(acts.Count);
            begun.TrySetResult();
            await gate.Task;
        });
        var first = queue.AppendAsync(Act, default);
        await begun.Task;
        var others = Enumerable.Range(0, 10).Select(_ => queue.AppendAsync(Act, default)).ToList();

        Assert.False(first.IsCompleted);
        gate.SetResult();
        await Task.WhenAll([first, .. others]);

        Assert.Equal([1, 10], groups);
    }

    [Fact]
    public async Task A_group_that_fails_fails_for_all_of_it_and_the_next_is_tried()
    {
        var writes = 0;
        await using var queue = new AuditQueue(_ => writes++ == 0 ? throw new UnavailableException("The disk is full", 1) : Task.CompletedTask);

        await Assert.ThrowsAsync<UnavailableException>(() => queue.AppendAsync(Act, default));
        await queue.AppendAsync(Act, default);

        Assert.Equal(2, writes);
    }

    [Fact]
    public async Task It_takes_no_more_than_may_wait()
    {
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var queue = new AuditQueue(async _ =>
        {
            begun.TrySetResult();
            await gate.Task;
        });
        var waiting = new List<Task> { queue.AppendAsync(Act, default) };
        await begun.Task;
        waiting.AddRange(Enumerable.Range(0, IAuditLog.WaitingMax).Select(_ => queue.AppendAsync(Act, default)));

        await Assert.ThrowsAsync<BusyException>(() => queue.AppendAsync(Act, default));

        gate.SetResult();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task Who_comes_after_its_end_is_told()
    {
        var queue = new AuditQueue(_ => Task.CompletedTask);
        await queue.DisposeAsync();

        await Assert.ThrowsAsync<UnavailableException>(() => queue.AppendAsync(Act, default));
    }
}
