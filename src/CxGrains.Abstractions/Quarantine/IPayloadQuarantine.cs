namespace CxGrains.Abstractions.Quarantine;

/// <summary>
/// Keeps payloads that could not be read until somebody looks at them, or the mapping changes and they can be. Bounded for each workspace:
/// the oldest go first, and are counted.
/// </summary>
public interface IPayloadQuarantine
{
    /// <summary>Payloads kept of one workspace.</summary>
    const int EntriesMax = 1_000;

    /// <summary>Bytes of payloads kept of one workspace.</summary>
    const long BytesMax = 16 * 1024 * 1024;

    /// <summary>Bytes of a payload that a list shows.</summary>
    const int PreviewBytesMax = 2_048;

    /// <summary>Payloads that one list may hold.</summary>
    const int ListMax = 200;

    /// <summary>Characters of a reason; a longer one is cut.</summary>
    const int ReasonCharsMax = 500;

    /// <summary>Keeps payloads; durable when the task completes.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="payloads">The payloads, the oldest first.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask AddAsync(string workspace, IReadOnlyList<QuarantinedPayload> payloads, CancellationToken cancellationToken);

    /// <summary>Lists payloads.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="source">Only of this source; null for all.</param>
    /// <param name="limit">The most to list, 1 to <see cref="ListMax"/>.</param>
    /// <param name="beforeId">Only those before this one, for the next page; null for the newest.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<QuarantineList> ListAsync(string workspace, string? source, int limit, long? beforeId, CancellationToken cancellationToken);

    /// <summary>One payload, whole; null where there is none.</summary>
    ValueTask<QuarantinedPayload?> FindAsync(string workspace, long id, CancellationToken cancellationToken);

    /// <summary>Lets one payload go.</summary>
    /// <returns>Whether it was there.</returns>
    ValueTask<bool> RemoveAsync(string workspace, long id, CancellationToken cancellationToken);
}
