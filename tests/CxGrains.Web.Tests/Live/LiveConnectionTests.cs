using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Live;
using CxGrains.Web.Keys;
using CxGrains.Web.Live;
using CxGrains.Web.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Live;

public sealed class LiveConnectionTests
{
    private static readonly Caller Caller = new("w", Scopes.Read, "hash", "key");
    private static readonly Topic Workspace = new(TopicKind.Workspace, "");

    [Fact]
    public async Task A_slow_client_gets_the_newest_state_and_holds_up_nobody()
    {
        var runtime = new FakeRuntime();
        var queries = new FakeQueries();
        var options = Options.Create(new WebOptions { LivePeriodMs = 10, LiveRefreshMs = 60_000 });
        var topics = new LiveTopics(new TopicReader(queries), runtime, options, TimeProvider.System, NullLogger<TopicChannel>.Instance);
        var (slow, quick) = (new StallingClient(), new StallingClient());
        quick.Release.SetResult();
        await using var stalled = new LiveConnection(Caller, topics, slow, () => { }, 8, NullLogger.Instance);
        await using var other = new LiveConnection(Caller, topics, quick, () => { }, 8, NullLogger.Instance);
        stalled.Subscribe(Workspace, null, null);
        other.Subscribe(Workspace, null, null);
        await Eventually.TrueAsync(() => slow.Sent == 1 && quick.Sent == 1);

        for (var i = 2; i <= 6; i++)
        {
            queries.Interactions = i;
            runtime.Change("w", Workspace);
            await Eventually.TrueAsync(() => quick.Sent == i);
        }

        Assert.Equal(1, slow.Sent);
        slow.Release.SetResult();
        await Eventually.TrueAsync(() => slow.Sent == 2);
        var snapshot = Assert.IsType<LiveSnapshot>(slow.Last);
        Assert.Equal((6L, 6L), (snapshot.Version, snapshot.State.GetProperty("interactions").GetInt64()));
        Assert.Equal(6, Assert.IsType<LiveDelta>(quick.Last).To);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_served_is_cut_so_that_the_client_comes_again()
    {
        var options = Options.Create(new WebOptions { LivePeriodMs = 10, LiveRefreshMs = 60_000 });
        var topics = new LiveTopics(new TopicReader(new FakeQueries()), new FakeRuntime(), options, TimeProvider.System, NullLogger<TopicChannel>.Instance);
        var cut = new TaskCompletionSource();
        var client = new StallingClient();
        client.Release.SetException(new InvalidOperationException("cannot be written"));
        await using var connection = new LiveConnection(Caller, topics, client, cut.SetResult, 8, NullLogger.Instance);

        connection.Subscribe(Workspace, null, null);

        await cut.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class StallingClient : ISingleClientProxy
    {
        private int _sent;

        public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Sent => Volatile.Read(ref _sent);

        public object? Last { get; private set; }

        public async Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            Last = args[0];
            Interlocked.Increment(ref _sent);
            await Release.Task.WaitAsync(cancellationToken);
        }

        public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
