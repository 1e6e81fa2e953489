using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Domain;
using CxGrains.Web.Connectors.Quarantine;
using CxGrains.Web.Connectors.Sources;
using CxGrains.Web.Ingest;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>Takes payloads of connections in, those just sent and those that wait in quarantine.</summary>
internal sealed class HookIntake(
    ConnectorKinds kinds, IDocuments documents, InteractionIntake intake, IngestBudget budget, IPayloadQuarantine quarantine, SourceMeter sources, TimeProvider time) : IReplay
{
    private const int DepthMax = 64;
    private const string Prefix = SourceKind.Connection + "/";

    /// <inheritdoc/>
    public bool Serves(string source) => source.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Takes a payload whose sender is proved; what cannot be read is in quarantine when the task completes.</summary>
    public async ValueTask<HookAnswer> TakeAsync(Connection connection, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var receivedMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var source = SourceKind.OfConnection(connection.Id);
        var taken = await TakeAsync(connection, body, receivedMs, cancellationToken);
        if (taken.Bad.Count > 0)
        {
            var reason = Excerpt.Of(string.Join("; ", taken.Bad.Select(bad => bad.Reason)), IPayloadQuarantine.ReasonCharsMax);
            await quarantine.AddAsync(connection.Workspace, [new QuarantinedPayload(0, source, receivedMs, reason, body, body.Length)], cancellationToken);
        }

        // What holds nothing to take was heard all the same: the connection works.
        sources.Count(connection.Workspace, source, Math.Max(taken.Accepted, taken.Ignored is null ? 0 : 1), taken.Bad.Count > 0 ? 1 : 0);
        return new HookAnswer(taken.Accepted, taken.Bad.Count > 0 ? 1 : 0, taken.Ignored);
    }

    /// <inheritdoc/>
    public async ValueTask<Taken> ReplayAsync(string workspace, QuarantinedPayload payload, CancellationToken cancellationToken)
    {
        var id = payload.Source[Prefix.Length..];
        return await documents.FindAsync(workspace, Connection.DocumentKind, id, cancellationToken) is { } document
            ? await TakeAsync(Connection.Of(document), payload.Body, payload.ReceivedMs, cancellationToken)
            : new Taken(0, [new Quarantined(0, $"there is no connection '{id}' any more")]);
    }

    private async ValueTask<Taken> TakeAsync(Connection connection, ReadOnlyMemory<byte> body, long receivedMs, CancellationToken cancellationToken)
    {
        using var lines = new LineBatch(budget);
        string? ignored;
        IReadOnlyList<string> unreadable;
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DepthMax });
            var connector = kinds.Find(connection.Kind) ?? throw new UnreadableException($"the kind '{connection.Kind}' is not served by this version");
            var mapped = await connector.MapAsync(document.RootElement, connection, cancellationToken);
            for (var i = 0; i < mapped.Interactions.Count; i++)
            {
                mapped.Interactions[i].Write(lines.Begin(), receivedMs);
                lines.End(i);
            }

            (ignored, unreadable) = (mapped.Ignored, mapped.Unreadable);
        }
        catch (JsonException fault)
        {
            return new Taken(0, [new Quarantined(0, $"the body is not well-formed JSON: {fault.Message}")]);
        }
        catch (UnreadableException fault)
        {
            return new Taken(0, [new Quarantined(0, fault.Message)]);
        }
        catch (InvalidOperationException fault)
        {
            // Half a surrogate pair in an escape.
            return new Taken(0, [new Quarantined(0, $"a text is not valid: {fault.Message}")]);
        }

        // What is replayed comes now, and says itself when it happened.
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var builder = await intake.ReadAsync(lines.Bytes, lines.Lines, connection.Workspace, nowMs, lines.Lines.Count, cancellationToken);
        await intake.AppendAsync(builder, connection.Workspace, nowMs, isImport: false);
        var rejected = builder.Rejected.Select(rejection => new Quarantined(rejection.Index, $"{rejection.Field}: {rejection.Error}"));
        return new Taken(builder.Accepted.Count, [.. rejected, .. unreadable.Select(why => new Quarantined(0, why))], ignored);
    }
}
