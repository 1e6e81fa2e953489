using CxGrains.Abstractions.Delivery;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;

namespace CxGrains.Conformance.Scenarios;

/// <summary>What the scenarios of the outbox do again and again.</summary>
public abstract class OutboxSteps : RuntimeScenarios
{
    private protected static Destination Hook(string id) => new()
    {
        Id = id,
        Name = id,
        Kind = DestinationKind.Webhook,
        Url = "https://example.com/",
        Secrets = [new SigningSecret("whsec_AAAA", null)],
    };

    private protected static async Task DefineAsync(IRuntimeUnderTest runtime, string id, AlertSeverity severity = AlertSeverity.Info) =>
        await runtime.Destinations.DefineAsync(Client.Workspace, Hook(id) with { Severity = severity }, null, CancellationToken.None);

    private protected static long NowMs(IRuntimeUnderTest runtime) => runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private protected static async Task<OutboxLease> LeaseAsync(IRuntimeUnderTest runtime) => await runtime.Outbox.LeaseAsync(10, NowMs(runtime), CancellationToken.None);

    private protected static async Task AddAsync(IRuntimeUnderTest runtime, string id, AlertSeverity severity, long atMs, string destination = "all") => await runtime.Outbox.AddAsync(
        Client.Workspace, destination, new Notice { Id = id, Rule = "r", RuleName = "R", Severity = severity, Customer = "ada", AtMs = atMs, Reason = "so" }, NowMs(runtime), CancellationToken.None);

    private protected static async Task<IReadOnlyList<DeliveryEntry>> EntriesAsync(IRuntimeUnderTest runtime) =>
        await runtime.Outbox.DeliveriesAsync(Client.Workspace, "all", DeliveryFilter.All, long.MaxValue, OutboxLimits.PageMax, CancellationToken.None);

    private protected static async Task<(long Waiting, long Dead)> CountsAsync(IRuntimeUnderTest runtime)
    {
        var status = (await runtime.Destinations.FindAsync(Client.Workspace, "all", CancellationToken.None))!;
        return (status.Waiting, status.Dead);
    }

    private protected static DeliveryAttempt AttemptOf(IRuntimeUnderTest runtime, OutboxMessage message, int status) =>
        new($"{message.Id}.{message.Attempts + 1}", message.Attempts + 1, NowMs(runtime), 7, status, "so", null);

    private protected static async Task CompleteAsync(IRuntimeUnderTest runtime, OutboxMessage message, MessageState state) =>
        await runtime.Outbox.CompleteAsync(new DeliveryResult(message, AttemptOf(runtime, message, 200), state), CancellationToken.None);

    private protected static async Task<DeliveryEntry> CompleteNextAsync(IRuntimeUnderTest runtime)
    {
        var message = Assert.Single((await LeaseAsync(runtime)).Messages);
        await CompleteAsync(runtime, message, MessageState.Delivered);
        return (await EntriesAsync(runtime)).Single(entry => entry.Id == message.Id);
    }
}
