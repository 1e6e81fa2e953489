using CxGrains.Abstractions.Quarantine;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Documents;

/// <summary>The quarantine in the log's file. Everything, reading too, is done by the log's writer: it is rare, and the file has one owner.</summary>
internal sealed class PayloadQuarantine : IPayloadQuarantine
{
    private LogWriter? _writer;

    /// <summary>Works through a writer from now on.</summary>
    public void Open(Database database, LogWriter writer)
    {
        PayloadTables.Create(database);
        _writer = writer;
    }

    /// <inheritdoc/>
    public async ValueTask AddAsync(string workspace, IReadOnlyList<QuarantinedPayload> payloads, CancellationToken cancellationToken) =>
        await DoAsync(database =>
        {
            PayloadTables.Add(database, workspace, payloads);
            return true;
        });

    /// <inheritdoc/>
    public async ValueTask<QuarantineList> ListAsync(string workspace, string? source, int limit, long? beforeId, CancellationToken cancellationToken) =>
        await DoAsync(database => PayloadTables.List(database, workspace, source, limit, beforeId ?? long.MaxValue));

    /// <inheritdoc/>
    public async ValueTask<QuarantinedPayload?> FindAsync(string workspace, long id, CancellationToken cancellationToken) =>
        await DoAsync(database => PayloadTables.Find(database, workspace, id));

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string workspace, long id, CancellationToken cancellationToken) => await DoAsync(database =>
    {
        var isThere = PayloadTables.Find(database, workspace, id) is not null;
        PayloadTables.Remove(database, workspace, id);
        return isThere;
    });

    /// <summary>Removes the payloads that are meant; done when that is durable.</summary>
    /// <param name="isMeant">Whether a payload of a workspace is meant.</param>
    public async Task RemoveAllAsync(Func<string, byte[], bool> isMeant) => await DoAsync(database =>
    {
        PayloadTables.RemoveAll(database, isMeant);
        return true;
    });

    // What it gives is known once the transaction is through.
    private async Task<T> DoAsync<T>(Func<Database, T> work)
    {
        var result = default(T)!;
        var request = new LogRequest { Change = database => result = work(database) };
        (_writer ?? throw new InvalidOperationException("The runtime is not started.")).Enqueue(request);
        await request.Done;
        return result;
    }
}
