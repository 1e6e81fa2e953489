using System.Buffers;
using System.Text.Json;
using CxGrains.Abstractions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Host.Demo.Behaviour;

namespace CxGrains.Host.Demo;

/// <summary>Sends the demo's interactions the way every sender's go: as JSON that is read, checked and appended.</summary>
/// <param name="ingest">Takes them.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="time">The clock of waits.</param>
internal sealed class DemoSender(IIngest ingest, string workspace, TimeProvider time)
{
    /// <summary>Interactions one batch holds.</summary>
    public const int BatchMax = 1_000;

    private readonly NamePool _names = new();

    /// <summary>Sends interactions as one batch; waits while the runtime is busy or cannot write.</summary>
    /// <param name="items">At least one, each with its id.</param>
    /// <param name="isImport">Whether they are history.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The demo made an interaction that is not accepted: a defect.</exception>
    public async Task SendAsync(IReadOnlyList<(string Id, DemoInteraction Interaction)> items, bool isImport, CancellationToken cancellationToken)
    {
        var batch = Read(items, isImport);
        while (true)
        {
            try
            {
                await ingest.AppendAsync(batch, cancellationToken);
                return;
            }
            catch (BusyException busy)
            {
                await Task.Delay(TimeSpan.FromSeconds(busy.RetryAfterSeconds), time, cancellationToken);
            }
            catch (UnavailableException gone)
            {
                await Task.Delay(TimeSpan.FromSeconds(gone.RetryAfterSeconds), time, cancellationToken);
            }
        }
    }

    private InteractionBatch Read(IReadOnlyList<(string Id, DemoInteraction Interaction)> items, bool isImport)
    {
        var receivedMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var lines = new ArrayBufferWriter<byte>(items.Count * 256);
        var lengths = new List<int>(items.Count);
        var interactions = new List<Interaction>(items.Count);
        using var writer = new Utf8JsonWriter(lines);
        foreach (var (id, item) in items)
        {
            var begin = lines.WrittenCount;
            writer.Reset();
            item.WriteTo(writer, id);
            writer.Flush();

            var line = lines.WrittenSpan[begin..];
            if (!InteractionReader.TryRead(line, receivedMs, _names, out var interaction, out var error))
            {
                throw new InvalidOperationException($"the demo's interaction {id} is not accepted: {error}");
            }

            interactions.Add(interaction!);
            lengths.Add(line.Length);
        }

        return new InteractionBatch
        {
            Workspace = workspace,
            ReceivedMs = receivedMs,
            IsImport = isImport,
            Interactions = interactions,
            Lines = lines.WrittenMemory,
            LineLengths = lengths,
        };
    }
}
