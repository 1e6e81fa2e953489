using CxGrains.Abstractions.Live;
using CxGrains.Web.Live;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxGrains.Web.Tests.Live;

public sealed class TopicChannelTests
{
    private static readonly Topic Workspace = new(TopicKind.Workspace, "");
    private static readonly LivePace Pace = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(1000));

    private readonly ManualTimeProvider _time = new();
    private readonly FakeRuntime _runtime = new();
    private readonly FakeQueries _queries = new();

    [Fact]
    public async Task It_reads_at_once_and_then_only_after_a_change_or_a_second()
    {
        await using var channel = await OpenAsync();
        Assert.Equal((1, 1L), (_queries.Reads, channel.Newest!.Version));

        await PassAsync(100);
        await PassAsync(800);
        Assert.Equal(1, _queries.Reads);

        await PassAsync(100);
        await Eventually.TrueAsync(() => _queries.Reads == 2);
    }

    [Fact]
    public async Task Many_changes_within_a_period_are_one_read()
    {
        await using var channel = await OpenAsync();
        await PassAsync(99);

        // One that need not wait, to see that this one had the time to read and did not.
        var eagerQueries = new FakeQueries();
        var always = new LivePace(TimeSpan.Zero, TimeSpan.FromHours(1));
        await using var eager = new TopicChannel("e", "w", Workspace, new TopicReader(eagerQueries), _runtime, always, TimeProvider.System, NullLogger.Instance);
        for (var i = 1; i <= 50; i++)
        {
            _queries.Interactions = eagerQueries.Interactions = i;
            var reads = eagerQueries.Reads;
            _runtime.Change("w", Workspace);
            await Eventually.TrueAsync(() => eagerQueries.Reads > reads);
        }

        Assert.Equal(1, _queries.Reads);
        await PassAsync(1);
        await Eventually.TrueAsync(() => channel.Newest!.Version == 2);

        Assert.Equal(2, _queries.Reads);
        Assert.Equal("""{"interactions":50}""", channel.Newest!.Patch!.Value.GetRawText());
    }

    [Fact]
    public async Task A_change_after_a_quiet_time_is_read_at_once()
    {
        await using var channel = await OpenAsync();
        await PassAsync(100);
        _queries.Interactions = 1;

        _runtime.Change("w", Workspace);

        await Eventually.TrueAsync(() => channel.Newest!.Version == 2);
    }

    [Fact]
    public async Task The_instant_alone_is_no_news()
    {
        await using var channel = await OpenAsync();
        _queries.AsOf = DateTimeOffset.UnixEpoch.AddDays(1);
        _runtime.Change("w", Workspace);
        await PassAsync(100);
        await Eventually.TrueAsync(() => _queries.Reads == 2);
        await Eventually.TrueAsync(() => _time.Waiting == 1);
        Assert.Equal(1, channel.Newest!.Version);

        _queries.Interactions = 1;
        _runtime.Change("w", Workspace);
        await PassAsync(100);
        await Eventually.TrueAsync(() => channel.Newest!.Version == 2);

        // What came with other news is told with it.
        Assert.Contains("asOf", channel.Newest!.Patch!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_instant_alone_is_told_after_a_while_and_not_where_the_view_cannot_be_read()
    {
        await using var channel = await OpenAsync();
        _queries.Fault = new InvalidOperationException("away");
        _queries.AsOf = DateTimeOffset.UnixEpoch.AddDays(1);
        await PassAsync(100);
        await PassAsync((int)TopicChannel.BeatEvery.TotalMilliseconds);
        await Eventually.TrueAsync(() => _queries.Reads == 2);
        await Eventually.TrueAsync(() => _time.Waiting == 1);
        Assert.Equal(1, channel.Newest!.Version);

        _queries.Fault = null;
        await PassAsync(100);
        await PassAsync(900);
        await Eventually.TrueAsync(() => channel.Newest!.Version == 2);

        var told = Assert.Single(channel.Newest!.Patch!.Value.EnumerateObject());
        Assert.Equal(("asOf", _queries.AsOf), (told.Name, told.Value.GetDateTimeOffset()));
    }

    [Fact]
    public async Task A_failed_read_keeps_the_state_and_is_tried_again()
    {
        await using var channel = await OpenAsync();
        _queries.Fault = new InvalidOperationException("away");
        _runtime.Change("w", Workspace);
        await PassAsync(100);
        await Eventually.TrueAsync(() => _queries.Reads == 2);
        Assert.Equal(1, channel.Newest!.Version);

        await Eventually.TrueAsync(() => _time.Waiting == 1);
        (_queries.Fault, _queries.Interactions) = (null, 9);
        _runtime.Change("w", Workspace);
        await PassAsync(100);

        await Eventually.TrueAsync(() => channel.Newest!.Version == 2);
    }

    [Fact]
    public async Task Its_end_ends_the_watch()
    {
        var channel = await OpenAsync();
        Assert.Equal(1, _runtime.Watches);

        await channel.DisposeAsync();

        Assert.Equal((0, 0), (_runtime.Watches, _time.Waiting));
    }

    private async Task<TopicChannel> OpenAsync()
    {
        var channel = new TopicChannel("e", "w", Workspace, new TopicReader(_queries), _runtime, Pace, _time, NullLogger.Instance);
        await Eventually.TrueAsync(() => channel.Newest is not null && _time.Waiting == 1);
        return channel;
    }

    private async Task PassAsync(int ms)
    {
        await Eventually.TrueAsync(() => _time.Waiting == 1);
        _time.Advance(TimeSpan.FromMilliseconds(ms));
    }
}
