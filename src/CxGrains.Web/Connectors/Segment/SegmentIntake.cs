using System.Buffers;
using System.Text.Json;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Domain;
using CxGrains.Web.Connectors.Quarantine;
using CxGrains.Web.Connectors.Sources;
using CxGrains.Web.Ingest;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>Takes Segment's events in, those just sent and those that wait in quarantine.</summary>
internal sealed class SegmentIntake(InteractionIntake intake, IngestBudget budget, IPayloadQuarantine quarantine, SourceMeter sources, TimeProvider time) : IReplay
{
    /// <inheritdoc/>
    public bool Serves(string source) => source == SourceKind.Segment;

    /// <summary>Takes the events of a request; what cannot be read is in quarantine when the task completes.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="request">The body, split.</param>
    /// <param name="type">The type of all events as the path says it; null where each says its own.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many events went to quarantine.</returns>
    public async ValueTask<int> TakeAsync(string workspace, ReadOnlyMemory<byte> body, SegmentRequest request, string? type, CancellationToken cancellationToken)
    {
        var receivedMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var taken = await TakeAsync(workspace, body, request.Events, type, request.SentAtMs, receivedMs, cancellationToken);
        if (taken.Bad.Count > 0)
        {
            var payloads = taken.Bad.Select(bad => Payload(bad, Wrap(body.Span[request.Events[bad.Index]], type, request.SentAtMs), receivedMs));
            await quarantine.AddAsync(workspace, [.. payloads], cancellationToken);
        }

        sources.Count(workspace, SourceKind.Segment, taken.Accepted, taken.Bad.Count);
        return taken.Bad.Count;
    }

    /// <inheritdoc/>
    public async ValueTask<Taken> ReplayAsync(string workspace, QuarantinedPayload payload, CancellationToken cancellationToken)
    {
        using var wrapped = JsonDocument.Parse(payload.Body, new JsonDocumentOptions { MaxDepth = SegmentLimits.DepthMax + 1 });
        var root = wrapped.RootElement;
        var type = root.TryGetProperty("type", out var stated) ? stated.GetString() : null;
        long? sentAtMs = root.TryGetProperty("sentAtMs", out var sent) ? sent.GetInt64() : null;
        var line = System.Text.Encoding.UTF8.GetBytes(root.GetProperty("event").GetRawText());
        return await TakeAsync(workspace, line, [new Range(0, line.Length)], type, sentAtMs, payload.ReceivedMs, cancellationToken);
    }

    private async ValueTask<Taken> TakeAsync(
        string workspace, ReadOnlyMemory<byte> body, List<Range> events, string? type, long? sentAtMs, long receivedMs, CancellationToken cancellationToken)
    {
        using var lines = new LineBatch(budget);
        var bad = new List<Quarantined>();
        var mapper = new SegmentMapper(lines, receivedMs, sentAtMs);
        for (var i = 0; i < events.Count; i++)
        {
            try
            {
                mapper.Map(body.Span[events[i]], i, type);
            }
            catch (UnreadableException fault)
            {
                bad.Add(new Quarantined(i, fault.Message));
            }
        }

        // What is replayed comes now, and says itself when it happened.
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var builder = await intake.ReadAsync(lines.Bytes, lines.Lines, workspace, nowMs, lines.Lines.Count, cancellationToken);
        await intake.AppendAsync(builder, workspace, nowMs, isImport: false);

        // A line that only follows from an event is made again from the next one, and is no event that anybody sent.
        bad.AddRange(
            from rejection in builder.Rejected
            where lines.Origins[rejection.Index] >= 0
            select new Quarantined(lines.Origins[rejection.Index], $"{rejection.Field}: {rejection.Error}"));
        return new Taken(events.Count - bad.Count, bad);
    }

    private static QuarantinedPayload Payload(Quarantined bad, byte[] wrapped, long receivedMs) =>
        new(0, SourceKind.Segment, receivedMs, Excerpt.Of(bad.Reason, IPayloadQuarantine.ReasonCharsMax), wrapped, wrapped.Length);

    // With what the request said beside the event, so that it can be read again as it was.
    private static byte[] Wrap(ReadOnlySpan<byte> line, string? type, long? sentAtMs)
    {
        var buffer = new ArrayBufferWriter<byte>(line.Length + 64);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        if (type is not null)
        {
            writer.WriteString("type"u8, type);
        }

        if (sentAtMs is { } sent)
        {
            writer.WriteNumber("sentAtMs"u8, sent);
        }

        writer.WritePropertyName("event"u8);
        writer.WriteRawValue(line, skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
