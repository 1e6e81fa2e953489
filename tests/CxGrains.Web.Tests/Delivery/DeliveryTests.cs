using System.Globalization;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Delivery;
using CxGrains.Web.Delivery.Senders;
using CxGrains.Web.Tests.Delivery.Support;
using CxGrains.Web.Webhooks;

namespace CxGrains.Web.Tests.Delivery;

/// <summary>An alert reaches its destinations: at least once, always by the same id, on the schedule.</summary>
public class DeliveryTests
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    [Fact]
    public async Task An_alert_arrives_signed()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var office = new PostOffice();
        await office.StartAsync();
        var destination = await office.DefineAsync("hook", receiver.Url);

        office.Raise("a-1");
        var entry = await office.UntilAsync("hook", known => known.State == MessageState.Delivered);

        var request = Assert.Single(receiver.Requests);
        Assert.Equal((MessageId.Of(PostOffice.Workspace, "a-1", "hook"), entry.Id), (request.Id, request.Id));
        var timestamp = office.NowMs / 1000;
        Assert.Equal(timestamp.ToString(CultureInfo.InvariantCulture), request.Headers["webhook-timestamp"]);
        Assert.Equal(StandardWebhooks.Sign([destination.Secrets[0].Text], request.Id, timestamp, request.Body), request.Headers["webhook-signature"]);
        Assert.Equal("alert.raised", request.Json.GetProperty("type").GetString());
        var data = request.Json.GetProperty("data");
        Assert.False(data.TryGetProperty("subject", out _));
        Assert.Equal(("a-1", "ada", "critical"), (data.GetProperty("id").GetString(), data.GetProperty("customer").GetString(), data.GetProperty("severity").GetString()));
        Assert.Equal((200, $"{request.Id}.1"), (Assert.Single(entry.Attempts).Status, entry.Attempts[0].RequestId));
        Assert.Equal(entry.Attempts[0].RequestId, request.Headers["X-Request-Id"]);
    }

    [Fact]
    public async Task An_alert_that_a_replay_brings_again_is_taken_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var office = new PostOffice();
        await office.StartAsync();
        await office.DefineAsync("hook", receiver.Url);

        office.Raise("a-1");
        office.Raise("a-1");
        office.Raise("a-2");
        await office.UntilAsync(() => receiver.Requests.Count == 2);
        office.Raise("a-1");
        office.Raise("a-3");
        await office.UntilAsync(() => receiver.Requests.Count == 3);

        Assert.Equal(["a-1", "a-2", "a-3"], receiver.Requests.Select(request => request.Json.GetProperty("data").GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public async Task A_failing_message_is_tried_on_the_schedule_then_dead_and_a_replay_begins_anew(double jitter)
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.AnswerWith(500);
        await using var office = new PostOffice(jitter: jitter);
        await office.StartAsync();
        await office.DefineAsync("hook", receiver.Url);

        office.Raise("a-1");
        var dueMs = office.NowMs;
        for (var attempt = 1; attempt <= RetrySchedule.AttemptsMax; attempt++)
        {
            var entry = await office.UntilAsync("hook", known => known.Attempts.Count == attempt);
            Assert.Equal((attempt, dueMs, 500), (entry.Attempts[0].Number, entry.Attempts[0].AtMs, entry.Attempts[0].Status));
            if (attempt < RetrySchedule.AttemptsMax)
            {
                Assert.Equal(MessageState.Scheduled, entry.State);
                dueMs += (long)(Pauses[attempt - 1] * (1 + (RetrySchedule.JitterMax * jitter))).TotalMilliseconds;
                Assert.Equal(dueMs, entry.DueMs);
                office.Clock.Advance(TimeSpan.FromMilliseconds(dueMs - office.NowMs));
            }
            else
            {
                Assert.Equal((MessageState.Dead, null), (entry.State, entry.DueMs));
            }
        }

        receiver.AnswerWith(204);
        var id = MessageId.Of(PostOffice.Workspace, "a-1", "hook");
        Assert.Equal(MessageState.Dead, await office.Outbox.ReplayAsync(PostOffice.Workspace, id, office.NowMs, CancellationToken.None));
        var delivered = await office.UntilAsync("hook", known => known.State == MessageState.Delivered);
        Assert.Equal((RetrySchedule.AttemptsMax + 1, 204), (delivered.Attempts[0].Number, delivered.Attempts[0].Status));
        Assert.All(receiver.Requests, request => Assert.Equal(id, request.Id));
    }

    [Fact]
    public async Task All_dead_letters_of_a_destination_go_again_at_once()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.AnswerWith(410);
        await using var office = new PostOffice();
        await office.StartAsync();
        var destination = await office.DefineAsync("hook", receiver.Url);
        office.Raise("a-1");
        await office.UntilAsync("hook", known => known.State == MessageState.Dead);

        receiver.AnswerWith(200);
        Assert.Equal(1, await office.Outbox.ReplayAllAsync(PostOffice.Workspace, "hook", office.NowMs, CancellationToken.None));
        await office.Outbox.DefineAsync(PostOffice.Workspace, destination, null, CancellationToken.None);

        await office.UntilAsync("hook", known => known.State == MessageState.Delivered);
    }

    [Fact]
    public async Task Who_answers_410_is_disabled_and_what_waits_for_it_goes_on_waiting()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.AnswerWith(410);
        await using var office = new PostOffice();
        await office.DefineAsync("hook", receiver.Url);
        office.Raise("a-1");
        office.Raise("a-2");
        await office.StartAsync();

        DestinationStatus status = null!;
        await office.UntilAsync(() => receiver.Requests.Count == 1);
        while (status is not { Destination.Enabled: false })
        {
            status = (await office.Outbox.FindAsync(PostOffice.Workspace, "hook", CancellationToken.None))!;
        }

        Assert.Contains("410", status.Destination.DisabledBecause);
        Assert.Equal((1, 1), (status.Waiting, status.Dead));
        office.Raise("a-3");
        Assert.Empty((await office.Outbox.LeaseAsync(10, office.NowMs, CancellationToken.None)).Messages);
        Assert.Equal(2, (await office.EntriesAsync("hook")).Count);
        Assert.Single(receiver.Requests);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Sun, 01 Jun 2025 12:10:00 GMT", 600)]
    [InlineData("1", 5)]
    [InlineData("9999999", 86_400)]
    public async Task Retry_After_is_honoured(string header, int seconds)
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        };
        await using var office = new PostOffice();
        await office.StartAsync();
        await office.DefineAsync("hook", receiver.Url);

        office.Raise("a-1");
        var entry = await office.UntilAsync("hook", known => known.Attempts.Count == 1);

        Assert.Equal(office.NowMs + (seconds * 1000L), entry.DueMs);
    }

    [Fact]
    public async Task A_destination_that_asks_to_be_left_alone_is_sent_no_other_message_meanwhile()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        };
        await using var office = new PostOffice();
        await office.DefineAsync("hook", receiver.Url);
        await office.StartAsync();
        office.Raise("a-1");
        await office.UntilAsync("hook", known => known.State == MessageState.Scheduled);

        receiver.AnswerWith(200);
        office.Raise("a-2");
        await office.EntriesAsync("hook");
        var lease = await office.Outbox.LeaseAsync(10, office.NowMs, CancellationToken.None);
        Assert.Empty(lease.Messages);
        Assert.Equal(office.NowMs + 60_000, lease.NextMs);
        Assert.Single(receiver.Requests);

        office.Clock.Advance(TimeSpan.FromSeconds(60));
        await office.UntilAsync(() => receiver.Requests.Count == 3);
    }

    [Fact]
    public async Task A_slow_destination_delays_no_other_and_ends_after_its_time()
    {
        await using var slow = await Receiver.StartAsync();
        await using var quick = await Receiver.StartAsync();
        slow.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await using var office = new PostOffice();
        await office.StartAsync();
        await office.DefineAsync("a-slow", slow.Url);
        await office.DefineAsync("quick", quick.Url);

        office.Raise("a-1");
        await office.UntilAsync(() => slow.Requests.Count == 1 && quick.Requests.Count == 1);
        office.Raise("a-2");
        await office.UntilAsync(() => quick.Requests.Count == 2);
        Assert.Single(slow.Requests);

        office.Clock.Advance(TimeSpan.FromSeconds(15));
        await office.UntilAsync(() => slow.Requests.Count == 2);
        var first = (await office.EntriesAsync("a-slow")).Single(entry => entry.Notice.Id == "a-1");
        Assert.Equal(("no answer within 15 s", null, 15_000), (first.Attempts[0].Error, first.Attempts[0].Status, first.Attempts[0].DurationMs));
    }

    [Fact]
    public async Task A_destination_gets_the_most_severe_first_and_of_those_the_oldest()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var office = new PostOffice();
        await office.DefineAsync("hook", receiver.Url);
        foreach (var (customer, severity, atMs) in new[]
        {
            ("e", AlertSeverity.Info, 1L), ("d", AlertSeverity.Warning, 9), ("b", AlertSeverity.Critical, 8), ("c", AlertSeverity.Warning, 3), ("a", AlertSeverity.Critical, 7),
        })
        {
            var notice = new Notice { Id = customer, Rule = "r", RuleName = "R", Severity = severity, Customer = customer, AtMs = atMs, Reason = "so" };
            await office.Outbox.AddAsync(PostOffice.Workspace, "hook", notice, office.NowMs, CancellationToken.None);
        }

        await office.StartAsync();
        await office.UntilAsync(() => receiver.Requests.Count == 5);

        Assert.Equal("abcde", string.Concat(receiver.Requests.Select(request => request.Customer)));
    }

    [Fact]
    public async Task Of_an_endless_answer_no_more_is_read_than_is_kept()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async context =>
        {
            var some = new byte[1024];
            Array.Fill(some, (byte)'x');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(some, context.RequestAborted);
            }
        };
        await using var office = new PostOffice();
        await office.StartAsync();
        await office.DefineAsync("hook", receiver.Url);

        office.Raise("a-1");
        var entry = await office.UntilAsync("hook", known => known.Attempts.Count == 1);

        Assert.Equal((MessageState.Delivered, new string('x', OutboxLimits.ExcerptCharsMax)), (entry.State, entry.Attempts[0].Excerpt));
    }

    [Fact]
    public async Task A_destination_is_sent_what_is_as_severe_as_it_wants_while_it_is_enabled()
    {
        await using var office = new PostOffice();
        var destination = await office.DefineAsync("hook", new Uri("https://example.com/"), severity: AlertSeverity.Critical);
        office.Raise("a-1");
        Assert.Single(await office.EntriesAsync("hook"));

        await office.Outbox.DefineAsync(PostOffice.Workspace, destination with { Enabled = false }, null, CancellationToken.None);
        office.Raise("a-2");
        Assert.Single(await office.EntriesAsync("hook"));
    }

    [Theory]
    [InlineData(AlertAction.Resolve, MessageState.Withdrawn)]
    [InlineData(AlertAction.Take, MessageState.Delivered)]
    public async Task What_quiet_hours_held_is_not_sent_once_its_alert_is_resolved(AlertAction action, MessageState state)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var office = new PostOffice();
        await office.StartAsync();
        await office.DefineAsync("hook", receiver.Url);
        office.Raise("a-1", heldUntilMs: office.NowMs + 3_600_000);
        await office.UntilAsync("hook", known => known.State == MessageState.Scheduled);

        var outcome = action == AlertAction.Resolve ? AlertOutcome.Saved : (AlertOutcome?)null;
        await office.Alerts.HandleAsync(PostOffice.Workspace, "a-1", new AlertAct(office.NowMs, "Mia", action, 0, outcome, null), CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromHours(1));
        var entry = await office.UntilAsync("hook", known => known.State is not (MessageState.Scheduled or MessageState.Ready));

        Assert.Equal(state, entry.State);
        Assert.Equal(state == MessageState.Delivered ? 1 : 0, receiver.Requests.Count);
        Assert.Equal(state == MessageState.Withdrawn ? "the alert was resolved or closed before the quiet hours ended" : null, entry.Why);

        // The destination is free for the next one.
        office.Raise("a-2");
        await office.UntilAsync(() => receiver.Requests.Any(request => request.Json.GetProperty("data").GetProperty("id").GetString() == "a-2"));
    }

    [Fact]
    public async Task What_was_not_held_is_sent_whatever_became_of_its_alert()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var office = new PostOffice();
        await office.DefineAsync("hook", receiver.Url);
        office.Raise("a-1");
        await office.Alerts.HandleAsync(
            PostOffice.Workspace, "a-1", new AlertAct(office.NowMs, "Mia", AlertAction.Resolve, 0, AlertOutcome.Saved, null), CancellationToken.None);

        await office.StartAsync();

        await office.UntilAsync("hook", known => known.State == MessageState.Delivered);
    }
}
