using System.Runtime.CompilerServices;
using CxGrains.Abstractions.Quarantine;

namespace CxGrains.Web.Connectors.Quarantine;

/// <summary>Goes through all payloads in quarantine.</summary>
internal static class QuarantineIds
{
    /// <summary>The ids of all payloads, the newest first; what is let go meanwhile may be among them.</summary>
    /// <param name="quarantine">The quarantine.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="source">Only of this source; null for all.</param>
    /// <param name="beforeId">Only those before this one; null for all.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async IAsyncEnumerable<long> IdsAsync(
        this IPayloadQuarantine quarantine, string workspace, string? source, long? beforeId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = beforeId;
        while (true)
        {
            var page = (await quarantine.ListAsync(workspace, source, IPayloadQuarantine.ListMax, before, cancellationToken)).Payloads;
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var payload in page)
            {
                yield return payload.Id;
            }

            before = page[^1].Id;
        }
    }
}
