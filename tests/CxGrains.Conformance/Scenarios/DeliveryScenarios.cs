using System.Text.Json;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;

namespace CxGrains.Conformance.Scenarios;

/// <summary>A message of the outbox is given to one sender at a time, and goes on as that one says: delivered, again later, dead or withdrawn, and by hand.</summary>
public abstract class DeliveryScenarios : OutboxSteps
{
    [ScenarioFact]
    public async Task A_destination_gives_one_message_at_a_time_the_most_severe_first()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        foreach (var (id, severity, atMs) in new[] { ("c", AlertSeverity.Info, 1L), ("b", AlertSeverity.Critical, 5L), ("a", AlertSeverity.Critical, 4L) })
        {
            await AddAsync(runtime, id, severity, atMs);
        }

        var given = "";
        for (var i = 0; i < 3; i++)
        {
            var message = Assert.Single((await LeaseAsync(runtime)).Messages);
            Assert.Empty((await LeaseAsync(runtime)).Messages);
            given += message.Notice.Id;
            await CompleteAsync(runtime, message, MessageState.Delivered);
        }

        Assert.Equal("abc", given);
        Assert.Empty((await LeaseAsync(runtime)).Messages);
        Assert.All(await EntriesAsync(runtime), entry => Assert.Equal((MessageState.Delivered, 200), (entry.State, Assert.Single(entry.Attempts).Status)));
    }

    [ScenarioFact]
    public async Task A_message_that_is_withdrawn_is_over_and_holds_nothing_up()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await AddAsync(runtime, "a", AlertSeverity.Critical, 1);
        await AddAsync(runtime, "b", AlertSeverity.Info, 2);
        var message = Assert.Single((await LeaseAsync(runtime)).Messages);

        await runtime.Outbox.CompleteAsync(new DeliveryResult(message, null, MessageState.Withdrawn), CancellationToken.None);

        Assert.Equal("b", Assert.Single((await LeaseAsync(runtime)).Messages).Notice.Id);
        var entry = (await EntriesAsync(runtime)).Single(known => known.Notice.Id == "a");
        Assert.Equal((MessageState.Withdrawn, null, "the alert was resolved or closed before the quiet hours ended"), (entry.State, entry.DueMs, entry.Why));
        Assert.Empty(entry.Attempts);
        Assert.Equal((1, 0), Assert.Single(await runtime.Destinations.ListAsync(Client.Workspace, CancellationToken.None)) is var status ? (status.Waiting, status.Dead) : default);
        Assert.Equal(MessageState.Withdrawn, await runtime.Outbox.ReplayAsync(Client.Workspace, message.Id, NowMs(runtime), CancellationToken.None));
    }

    [ScenarioFact]
    public async Task Who_asks_at_once_is_given_different_messages()
    {
        var runtime = await StartAsync();
        var ids = Enumerable.Range(0, 12).Select(i => $"d{i:00}").ToList();
        foreach (var id in ids)
        {
            await DefineAsync(runtime, id);
            await AddAsync(runtime, id, AlertSeverity.Info, 1, id);
        }

        var given = new List<string>();
        while (given.Count < ids.Count)
        {
            var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => runtime.Outbox.LeaseAsync(3, NowMs(runtime), CancellationToken.None).AsTask()));
            given.AddRange(leases.SelectMany(lease => lease.Messages).Select(message => message.Destination.Id));
        }

        Assert.Equal(ids, given.Order(StringComparer.Ordinal));
    }

    [ScenarioFact]
    public async Task A_scheduled_message_comes_at_its_time_and_a_dead_one_only_by_replay()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await AddAsync(runtime, "a", AlertSeverity.Critical, 1);
        var message = Assert.Single((await LeaseAsync(runtime)).Messages);
        var dueMs = NowMs(runtime) + 5_000;
        await runtime.Outbox.CompleteAsync(new DeliveryResult(message, AttemptOf(runtime, message, 500), MessageState.Scheduled) { DueMs = dueMs }, CancellationToken.None);

        var early = await LeaseAsync(runtime);
        Assert.Empty(early.Messages);
        Assert.Equal(dueMs, early.NextMs);
        runtime.Clock.Advance(TimeSpan.FromSeconds(5));
        message = Assert.Single((await LeaseAsync(runtime)).Messages);
        Assert.Equal((1, 1), (message.Tries, message.Attempts));
        await CompleteAsync(runtime, message, MessageState.Dead);
        Assert.Empty((await LeaseAsync(runtime)).Messages);
        Assert.Equal((0L, 1L), await CountsAsync(runtime));

        Assert.Equal(MessageState.Dead, await runtime.Outbox.ReplayAsync(Client.Workspace, message.Id, NowMs(runtime), CancellationToken.None));
        Assert.Null(await runtime.Outbox.ReplayAsync("other", message.Id, NowMs(runtime), CancellationToken.None));
        Assert.Equal((1L, 0L), await CountsAsync(runtime));
        message = Assert.Single((await LeaseAsync(runtime)).Messages);
        Assert.Equal((0, 2), (message.Tries, message.Attempts));
        await CompleteAsync(runtime, message, MessageState.Dead);
        Assert.Equal(1, await runtime.Outbox.ReplayAllAsync(Client.Workspace, "all", NowMs(runtime), CancellationToken.None));
        Assert.Equal([4, 3, 2, 1], (await CompleteNextAsync(runtime)).Attempts.Select(attempt => attempt.Number));
    }

    [ScenarioFact]
    public async Task What_waits_for_its_next_attempt_goes_now_where_somebody_says_so()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await AddAsync(runtime, "a", AlertSeverity.Critical, 1);
        var message = Assert.Single((await LeaseAsync(runtime)).Messages);
        var failed = new DeliveryResult(message, AttemptOf(runtime, message, 500), MessageState.Scheduled) { DueMs = NowMs(runtime) + 60_000 };
        await runtime.Outbox.CompleteAsync(failed, CancellationToken.None);

        Assert.Equal(MessageState.Scheduled, await runtime.Outbox.ReplayAsync(Client.Workspace, message.Id, NowMs(runtime), CancellationToken.None));

        Assert.Equal((1L, 0L), await CountsAsync(runtime));
        message = Assert.Single((await LeaseAsync(runtime)).Messages);
        await runtime.Outbox.CompleteAsync(failed with { Message = message }, CancellationToken.None);
        Assert.Equal(1, await runtime.Outbox.ReplayAllAsync(Client.Workspace, "all", NowMs(runtime), CancellationToken.None));
        Assert.Single((await LeaseAsync(runtime)).Messages);
    }

    [ScenarioFact]
    public async Task What_a_lost_sender_had_is_given_again()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await AddAsync(runtime, "a", AlertSeverity.Critical, 1);
        var lost = Assert.Single((await LeaseAsync(runtime)).Messages);

        await runtime.CrashAsync();
        await runtime.StartAsync();
        runtime.Clock.Advance(TimeSpan.FromSeconds(OutboxLimits.LeaseSeconds));

        var again = Assert.Single((await LeaseAsync(runtime)).Messages);
        Assert.Equal(lost.Id, again.Id);
        await CompleteAsync(runtime, again, MessageState.Dead);
        Assert.Equal((0L, 1L), await CountsAsync(runtime));
    }

    [ScenarioFact]
    public async Task Who_wants_no_more_is_disabled_with_what_waits_and_who_asks_to_wait_is_left_alone()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await AddAsync(runtime, "a", AlertSeverity.Critical, 1);
        await AddAsync(runtime, "b", AlertSeverity.Critical, 2);
        var message = Assert.Single((await LeaseAsync(runtime)).Messages);
        var untilMs = NowMs(runtime) + 60_000;
        await runtime.Outbox.CompleteAsync(
            new DeliveryResult(message, AttemptOf(runtime, message, 429), MessageState.Scheduled) { DueMs = untilMs, HoldUntilMs = untilMs }, CancellationToken.None);
        Assert.Empty((await LeaseAsync(runtime)).Messages);

        runtime.Clock.Advance(TimeSpan.FromSeconds(60));
        message = Assert.Single((await LeaseAsync(runtime)).Messages);
        await runtime.Outbox.CompleteAsync(new DeliveryResult(message, AttemptOf(runtime, message, 410), MessageState.Dead) { DisableBecause = "gone" }, CancellationToken.None);

        Assert.Empty((await LeaseAsync(runtime)).Messages);
        var known = (await runtime.Destinations.FindAsync(Client.Workspace, "all", CancellationToken.None))!;
        Assert.Equal((false, "gone", 2, 1L, 1L), (known.Destination.Enabled, known.Destination.DisabledBecause, known.Destination.Version, known.Waiting, known.Dead));
        await runtime.Destinations.DefineAsync(Client.Workspace, known.Destination with { Enabled = true, DisabledBecause = null }, null, CancellationToken.None);
        Assert.Equal("b", Assert.Single((await LeaseAsync(runtime)).Messages).Notice.Id);
    }

    [ScenarioTheory]
    [InlineData(410)]
    [InlineData(429)]
    public async Task What_an_old_URL_answered_is_nothing_to_the_new_one(int status)
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await AddAsync(runtime, "a", AlertSeverity.Critical, 1);
        await AddAsync(runtime, "b", AlertSeverity.Critical, 2);
        var message = Assert.Single((await LeaseAsync(runtime)).Messages);
        await runtime.Destinations.DefineAsync(Client.Workspace, message.Destination with { Url = "https://example.com/new" }, null, CancellationToken.None);

        var isGone = status == 410;
        await runtime.Outbox.CompleteAsync(
            new DeliveryResult(message, AttemptOf(runtime, message, status), MessageState.Dead)
            {
                DisableBecause = isGone ? "gone" : null,
                HoldUntilMs = isGone ? 0 : NowMs(runtime) + 60_000,
            },
            CancellationToken.None);

        var next = Assert.Single((await LeaseAsync(runtime)).Messages);
        Assert.Equal(("b", "https://example.com/new", 2), (next.Notice.Id, next.Destination.Url, next.Destination.Version));
    }

    [ScenarioTheory]
    [InlineData("one")]
    [InlineData("all")]
    [InlineData("test")]
    public async Task Who_asks_to_wait_hears_all_the_same_what_somebody_sends_now(string what)
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await AddAsync(runtime, "a", AlertSeverity.Critical, 1);
        var message = Assert.Single((await LeaseAsync(runtime)).Messages);
        var untilMs = NowMs(runtime) + 60_000;
        await runtime.Outbox.CompleteAsync(
            new DeliveryResult(message, AttemptOf(runtime, message, 429), MessageState.Scheduled) { DueMs = untilMs, HoldUntilMs = untilMs }, CancellationToken.None);
        Assert.Null(await runtime.Outbox.ReplayAsync("other", message.Id, NowMs(runtime), CancellationToken.None));
        Assert.Empty((await LeaseAsync(runtime)).Messages);

        switch (what)
        {
            case "one":
                await runtime.Outbox.ReplayAsync(Client.Workspace, message.Id, NowMs(runtime), CancellationToken.None);
                break;
            case "all":
                await runtime.Outbox.ReplayAllAsync(Client.Workspace, "all", NowMs(runtime), CancellationToken.None);
                break;
            default:
                await AddAsync(runtime, "t", AlertSeverity.Info, 2);
                break;
        }

        Assert.Equal(what == "test" ? "t" : "a", Assert.Single((await LeaseAsync(runtime)).Messages).Notice.Id);
    }

    [ScenarioFact]
    public async Task Messages_are_listed_newest_first_page_by_page()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        for (var i = 0; i < 5; i++)
        {
            await AddAsync(runtime, $"m{i}", AlertSeverity.Info, i);
        }

        await CompleteNextAsync(runtime);
        var first = await runtime.Outbox.DeliveriesAsync(Client.Workspace, "all", DeliveryFilter.All, long.MaxValue, 3, CancellationToken.None);
        var second = await runtime.Outbox.DeliveriesAsync(Client.Workspace, "all", DeliveryFilter.All, first[^1].Sequence, 3, CancellationToken.None);
        var delivered = await runtime.Outbox.DeliveriesAsync(Client.Workspace, "all", DeliveryFilter.Delivered, long.MaxValue, 3, CancellationToken.None);

        Assert.Equal(["m4", "m3", "m2", "m1", "m0"], first.Concat(second).Select(entry => entry.Notice.Id));
        Assert.Equal("m0", Assert.Single(delivered).Notice.Id);
    }
}
