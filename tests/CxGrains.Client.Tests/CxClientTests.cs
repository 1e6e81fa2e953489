using System.Net;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Client.Tests;

public sealed class CxClientTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private IngestServer _server = null!;

    public async Task InitializeAsync() => _server = await IngestServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_waits_is_sent_as_one_batch_with_ids_and_times()
    {
        await using var client = Client();
        await client.SendAsync(new Interaction("ada", "purchase") { Fields = { ["value"] = 49.9, ["currency"] = "EUR" } });
        await client.SendAsync(new Interaction("bo", "visit") { Id = "mine", At = DateTimeOffset.UnixEpoch });
        await client.FlushAsync();

        var batch = Assert.Single(_server.Batches);
        Assert.Equal("Bearer cx_test", _server.Authorization);
        Assert.Equal(36, ((string)batch[0]!["id"]!).Length);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), (long)batch[0]!["at"]!);
        Assert.Equal((49.9, "EUR"), ((double)batch[0]!["value"]!, (string)batch[0]!["currency"]!));
        Assert.Equal("""{"id":"mine","customer":"bo","type":"visit","at":0}""", batch[1]!.ToJsonString());
    }

    [Fact]
    public async Task A_batch_is_sent_again_with_the_same_ids_after_as_long_as_the_server_asks()
    {
        _server.Answers.Enqueue((503, "{}", "7"));
        _server.Answers.Enqueue((429, "{}", null));
        await using var client = Client();
        await client.SendAsync(new Interaction("ada", "visit"));
        var flushed = client.FlushAsync();

        var first = await _server.ArrivedAsync();
        await WaitsAsync();
        _clock.Advance(TimeSpan.FromSeconds(7) - TimeSpan.FromMilliseconds(1));
        Assert.Single(_server.Batches);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await _server.ArrivedAsync();
        await WaitsAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(400));
        var third = await _server.ArrivedAsync();
        await flushed;

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(first.ToJsonString(), third.ToJsonString());
    }

    [Fact]
    public async Task More_than_a_batch_are_sent_in_order()
    {
        await using var client = Client(batchMax: 2);
        for (var i = 0; i < 5; i++)
        {
            await client.SendAsync(new Interaction("ada", "visit") { Id = $"{i}" });
        }

        await client.FlushAsync();

        Assert.Equal([2, 2, 1], _server.Batches.Select(batch => batch.Count));
        Assert.Equal(["0", "1", "2", "3", "4"], Ids());
    }

    [Fact]
    public async Task The_queue_is_bounded_and_whoever_sends_waits_for_room()
    {
        var hold = new TaskCompletionSource();
        _server.Hold = hold.Task;
        await using var client = Client(batchMax: 1, queueMax: 2);
        await client.SendAsync(new Interaction("a", "visit") { Id = "a" });
        await _server.ArrivedAsync();

        Assert.True(client.TrySend(new Interaction("b", "visit") { Id = "b" }));
        Assert.True(client.TrySend(new Interaction("c", "visit") { Id = "c" }));
        Assert.False(client.TrySend(new Interaction("d", "visit") { Id = "d" }));
        var waiting = client.SendAsync(new Interaction("e", "visit") { Id = "e" });
        Assert.False(waiting.IsCompleted);

        hold.SetResult();
        await waiting;
        await client.FlushAsync();
        Assert.Equal(["a", "b", "c", "e"], Ids());
    }

    [Fact]
    public async Task Each_interaction_that_is_refused_is_told_also_where_all_are()
    {
        var rejected = new List<Rejection>();
        _server.Answers.Enqueue((202, """{"accepted":1,"rejected":[{"index":1,"field":"value","error":"is missing"}]}""", null));
        _server.Answers.Enqueue((400, """{"rejected":[{"index":0,"field":"type","error":"is missing"}]}""", null));
        await using var client = Client(onRejected: rejected.Add);
        await client.SendAsync(new Interaction("a", "visit"));
        await client.SendAsync(new Interaction("b", "purchase"));
        await client.FlushAsync();
        await client.SendAsync(new Interaction("c", ""));
        await client.FlushAsync();

        Assert.Equal([("b", "value"), ("c", "type")], rejected.Select(one => (one.Interaction.Customer, one.Field)));
    }

    [Fact]
    public async Task A_batch_that_will_never_be_taken_is_given_up_at_once_and_the_next_is_sent()
    {
        _server.Answers.Enqueue((401, """{"detail":"the key is not known here"}""", null));
        await using var client = Client();
        await client.SendAsync(new Interaction("a", "visit"));

        var failure = await Assert.ThrowsAsync<CxClientException>(() => client.FlushAsync());
        await client.SendAsync(new Interaction("b", "visit"));
        await client.FlushAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, true), (failure.Status, failure.Message.Contains("the key is not known here", StringComparison.Ordinal)));
        Assert.Equal(2, _server.Batches.Count);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_tried_so_often_and_then_told()
    {
        var failed = new List<(IReadOnlyList<Interaction> Batch, CxClientException Failure)>();
        var options = new CxClientOptions { Url = new Uri("http://127.0.0.1:1"), Key = "k", AttemptsMax = 2, Time = _clock, OnFailed = (batch, failure) => failed.Add((batch, failure)) };
        await using var client = new CxClient(_server.Http, options);
        await client.SendAsync(new Interaction("a", "visit"));
        var flushed = client.FlushAsync();
        await WaitsAsync();
        _clock.Advance(options.Backoff);
        await flushed;

        var (batch, failure) = Assert.Single(failed);
        Assert.Equal("a", batch[0].Customer);
        Assert.Null(failure.Status);
    }

    [Fact]
    public async Task It_sends_by_itself_after_a_while_and_the_rest_at_the_end()
    {
        var client = Client();
        await client.SendAsync(new Interaction("a", "visit") { Id = "a" });
        await WaitsAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _server.ArrivedAsync();
        await client.SendAsync(new Interaction("b", "visit") { Id = "b" });
        await client.DisposeAsync();

        Assert.Equal(["a", "b"], Ids());
        Assert.False(client.TrySend(new Interaction("c", "visit")));
    }

    private string[] Ids() => [.. _server.Batches.SelectMany(batch => batch).Select(one => (string)one!["id"]!)];

    // A timer of the client's is set, so that moving the clock has its effect.
    private async Task WaitsAsync()
    {
        while (_clock.Waiting == 0)
        {
            await Task.Yield();
        }
    }

    private CxClient Client(int batchMax = 500, int queueMax = 10_000, Action<Rejection>? onRejected = null) =>
        new(_server.Http, new CxClientOptions { Url = _server.Url, Key = "cx_test", BatchMax = batchMax, QueueMax = queueMax, OnRejected = onRejected, Time = _clock });
}
