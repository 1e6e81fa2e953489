using System.Runtime.ExceptionServices;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Documents;
using CxGrains.Domain;
using CxGrains.Web.Ingest;

namespace CxGrains.Web.Connectors.Sources;

/// <summary>
/// Counts what comes from where. What was counted is stored at intervals and added to what other nodes counted, so that a crash forgets at most
/// what one interval brought. The log itself knows exactly, but not by source. Safe for concurrent use.
/// </summary>
internal sealed class SourceMeter(IDocuments documents, TimeProvider time)
{
    /// <summary>The kind of the documents.</summary>
    public const string DocumentKind = "source";

    /// <summary>Channels of the native API told apart in one workspace; what further ones bring counts as the channel <c>other</c>.</summary>
    public const int ChannelsMax = 128;

    private const int StoreAttemptsMax = 8;
    private const string OtherChannel = SourceKind.Api + "/other";

    private readonly Lock _lock = new();
    private Dictionary<(string Workspace, string Source), SourceTally> _counted = [];
    private readonly Dictionary<string, HashSet<string>> _knownChannels = [];
    private readonly HashSet<string> _seeded = [];

    /// <summary>Counts the interactions of the native API by their channel.</summary>
    public void Count(string workspace, BatchBuilder builder)
    {
        var channels = new Dictionary<string, int>();
        foreach (var interaction in builder.Accepted)
        {
            var channel = interaction.Channel ?? "";
            channels[channel] = channels.GetValueOrDefault(channel) + 1;
        }

        foreach (var (channel, count) in channels)
        {
            Count(workspace, channel.Length == 0 ? SourceKind.Api : $"{SourceKind.Api}/{channel}", count, 0);
        }

        if (builder.RejectedCount > 0)
        {
            Count(workspace, SourceKind.Api, 0, builder.RejectedCount);
        }
    }

    /// <summary>Counts events.</summary>
    public void Count(string workspace, string source, int good, int bad)
    {
        if (good + bad == 0)
        {
            return;
        }

        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_lock)
        {
            CountedAt((workspace, Known(workspace, source))).Count(nowMs, good, bad);
        }
    }

    /// <summary>All sources of a workspace, with what is counted here and not stored yet.</summary>
    public async ValueTask<IReadOnlyDictionary<string, SourceTally>> OfAsync(string workspace, CancellationToken cancellationToken)
    {
        var tallies = new Dictionary<string, SourceTally>();
        foreach (var stored in await documents.OfAsync(workspace, DocumentKind, cancellationToken))
        {
            tallies[stored.Id] = SourceTally.FromJson(stored.Json);
        }

        lock (_lock)
        {
            foreach (var ((_, source), counted) in _counted.Where(entry => entry.Key.Workspace == workspace))
            {
                if (!tallies.TryGetValue(source, out var tally))
                {
                    tallies[source] = tally = new SourceTally();
                }

                tally.Add(counted);
            }
        }

        return tallies;
    }

    /// <summary>Stores what was counted since the last time. What cannot be stored stays counted, and keeps nothing from the rest.</summary>
    /// <exception cref="CxException">Some could not be stored.</exception>
    public async ValueTask StoreAsync(CancellationToken cancellationToken)
    {
        await SeedAsync(cancellationToken);
        CxException? failure = null;
        Dictionary<(string Workspace, string Source), SourceTally> counted;
        lock (_lock)
        {
            (counted, _counted) = (_counted, []);
        }

        try
        {
            foreach (var ((workspace, source), tally) in counted.ToList())
            {
                try
                {
                    await StoreAsync(workspace, source, tally, cancellationToken);
                    counted.Remove((workspace, source));
                }
                catch (CxException fault) when (fault is InvalidFieldException or VersionConflictException)
                {
                    // This one's affair: there are too many, or others store it all the time.
                    failure = fault;
                }
            }
        }
        finally
        {
            GiveBack(counted);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    // Channels that are stored count, whichever process met them first.
    private async ValueTask SeedAsync(CancellationToken cancellationToken)
    {
        List<string> workspaces;
        lock (_lock)
        {
            workspaces = [.. _counted.Keys.Select(key => key.Workspace).Distinct().Where(workspace => !_seeded.Contains(workspace))];
        }

        foreach (var workspace in workspaces)
        {
            var stored = await documents.OfAsync(workspace, DocumentKind, cancellationToken);
            lock (_lock)
            {
                _seeded.Add(workspace);
                _knownChannels[workspace] = [.. stored.Select(document => document.Id).Where(IsChannel)];
                var counted = _counted.Where(entry => entry.Key.Workspace == workspace).ToDictionary();
                foreach (var (key, tally) in counted)
                {
                    _counted.Remove(key);
                    CountedAt((workspace, Known(workspace, key.Source))).Add(tally);
                }
            }
        }
    }

    private async ValueTask StoreAsync(string workspace, string source, SourceTally tally, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await documents.FindAsync(workspace, DocumentKind, source, cancellationToken);
            var sum = stored is null ? new SourceTally() : SourceTally.FromJson(stored.Json);
            sum.Add(tally);
            var document = new StoredDocument(workspace, DocumentKind, source, null, sum.ToJson(time.GetUtcNow().ToUnixTimeMilliseconds()), 0);
            try
            {
                await documents.PutAsync(document, stored?.Version ?? 0, cancellationToken);
                return;
            }
            catch (VersionConflictException) when (attempt < StoreAttemptsMax)
            {
                // Another node has added its own meanwhile: read again.
                continue;
            }
        }
    }

    private void GiveBack(Dictionary<(string Workspace, string Source), SourceTally> counted)
    {
        lock (_lock)
        {
            foreach (var (key, tally) in counted)
            {
                CountedAt(key).Add(tally);
            }
        }
    }

    private SourceTally CountedAt((string Workspace, string Source) key)
    {
        if (!_counted.TryGetValue(key, out var tally))
        {
            _counted[key] = tally = new SourceTally();
        }

        return tally;
    }

    // Only channels are named by whoever sends; connections have a bound of their own, and kinds are few.
    private string Known(string workspace, string source)
    {
        if (!IsChannel(source))
        {
            return source;
        }

        if (!_knownChannels.TryGetValue(workspace, out var known))
        {
            _knownChannels[workspace] = known = [];
        }

        return known.Contains(source) || known.Count < ChannelsMax - 1 && known.Add(source) ? source : OtherChannel;
    }

    private static bool IsChannel(string source) => source.StartsWith(SourceKind.Api + "/", StringComparison.Ordinal) && source != OtherChannel;
}
