using CxGrains.Abstractions.Quarantine;

namespace CxGrains.Web.Connectors.Quarantine;

/// <summary>Reads payloads again, and lets those go that can be read now. What was taken of one before is known by its ids.</summary>
internal sealed class Replays(IPayloadQuarantine quarantine, IEnumerable<IReplay> readers)
{
    /// <summary>Reads one payload again.</summary>
    public async ValueTask<ReplayAnswer> OneAsync(string workspace, QuarantinedPayload payload, CancellationToken cancellationToken)
    {
        var taken = readers.FirstOrDefault(reader => reader.Serves(payload.Source)) is { } reader
            ? await reader.ReplayAsync(workspace, payload, cancellationToken)
            : new Taken(0, [new Quarantined(0, $"nothing reads payloads of '{payload.Source}' in this version")]);
        if (taken.Bad.Count > 0)
        {
            return new ReplayAnswer(1, taken.Accepted, 1, taken.Bad[0].Reason);
        }

        await quarantine.RemoveAsync(workspace, payload.Id, cancellationToken);
        return new ReplayAnswer(1, taken.Accepted, 0, null);
    }

    /// <summary>Reads all payloads again, or all of one source, the newest first.</summary>
    public async ValueTask<ReplayAnswer> AllAsync(string workspace, string? source, CancellationToken cancellationToken)
    {
        var (replayed, accepted, left) = (0, 0, 0);
        string? reason = null;
        await foreach (var id in quarantine.IdsAsync(workspace, source, null, cancellationToken))
        {
            if (await quarantine.FindAsync(workspace, id, cancellationToken) is { } payload)
            {
                var one = await OneAsync(workspace, payload, cancellationToken);
                (replayed, accepted, left) = (replayed + 1, accepted + one.Accepted, left + one.Left);
                reason ??= one.Reason;
            }
        }

        return new ReplayAnswer(replayed, accepted, left, reason);
    }

    /// <summary>Lets all payloads go, or all of one source, or only those before one.</summary>
    public async ValueTask RemoveAllAsync(string workspace, string? source, long? beforeId, CancellationToken cancellationToken)
    {
        await foreach (var id in quarantine.IdsAsync(workspace, source, beforeId, cancellationToken))
        {
            await quarantine.RemoveAsync(workspace, id, cancellationToken);
        }
    }
}
