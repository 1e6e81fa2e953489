using CxGrains.Abstractions.Live;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Scenarios;
using CxGrains.Conformance.Traffic;

namespace CxGrains.Conformance.Embedded;

public class EmbeddedBackPressure : BackPressureScenarios
{
    protected override IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock) => new EmbeddedRuntimeUnderTest(size, clock);

    // Notices come on the worker's own thread.
    protected override async Task<IAsyncDisposable> HoldAsync(IRuntimeUnderTest runtime, Func<Task> sendAsync)
    {
        var hold = new Hold();
        hold.Watch = await runtime.Live.WatchAsync(Client.Workspace, new Topic(TopicKind.Workspace, ""), hold.Stand, CancellationToken.None);
        await sendAsync();
        await hold.Stands.WaitAsync();
        return hold;
    }

    private sealed class Hold : IAsyncDisposable
    {
        private readonly ManualResetEventSlim _goOn = new();

        public SemaphoreSlim Stands { get; } = new(0);

        public IDisposable? Watch { get; set; }

        public void Stand()
        {
            Stands.Release();
            _goOn.Wait();
        }

        public ValueTask DisposeAsync()
        {
            Watch?.Dispose();
            _goOn.Set();
            return ValueTask.CompletedTask;
        }
    }
}
