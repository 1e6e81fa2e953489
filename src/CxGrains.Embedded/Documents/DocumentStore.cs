using System.Collections.Concurrent;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Documents;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Documents;

/// <summary>Documents, all in memory and durable in the log's file. One change at a time.</summary>
#pragma warning disable CA1001 // A semaphore that is disposed of forgets those who wait, for good; it holds nothing that must be released.
internal sealed class DocumentStore : IDocuments
#pragma warning restore CA1001
{
    private readonly ConcurrentDictionary<(string Workspace, string Kind, string Id), StoredDocument> _documents = new();
    private readonly ConcurrentDictionary<(string Kind, string Key), StoredDocument> _byKey = new();
    private readonly SemaphoreSlim _owner = new(1);
    private LogWriter? _writer;

    /// <summary>Reads what is stored, and writes through a writer from now on.</summary>
    public void Open(Database database, LogWriter writer)
    {
        _writer = writer;
        DocumentTables.Create(database);
        foreach (var document in DocumentTables.Read(database))
        {
            Put(document);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> OfAsync(string workspace, string kind, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StoredDocument>>([.. Of(workspace, kind).OrderBy(document => document.Id, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> FindAsync(string workspace, string kind, string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_documents.GetValueOrDefault((workspace, kind, id)));

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> FindByKeyAsync(string kind, string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_byKey.GetValueOrDefault((kind, key)));

    /// <inheritdoc/>
    public async ValueTask<StoredDocument> PutAsync(StoredDocument document, int? expectedVersion, CancellationToken cancellationToken)
    {
        await _owner.WaitAsync(cancellationToken);
        try
        {
            var current = _documents.GetValueOrDefault((document.Workspace, document.Kind, document.Id));
            var next = DocumentRules.Next(document, current, expectedVersion, Of(document.Workspace, document.Kind).Count());
            if (next.Key is { } key && _byKey.GetValueOrDefault((next.Kind, key)) is { } holder && (holder.Workspace, holder.Id) != (next.Workspace, next.Id))
            {
                throw new ConflictException($"Another {next.Kind} has the key of '{next.Id}'");
            }

            await WriteAsync(database => DocumentTables.Write(database, next));
            Forget(current);
            Put(next);
            return next;
        }
        finally
        {
            _owner.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string workspace, string kind, string id, CancellationToken cancellationToken)
    {
        await _owner.WaitAsync(cancellationToken);
        try
        {
            if (_documents.GetValueOrDefault((workspace, kind, id)) is not { } current)
            {
                return false;
            }

            await WriteAsync(database => DocumentTables.Remove(database, current));
            Forget(current);
            return true;
        }
        finally
        {
            _owner.Release();
        }
    }

    /// <summary>Rewrites some documents; done when that is durable.</summary>
    /// <param name="rewrite">Gives a document as it is to be, with its new version; null where it stays as it is.</param>
    public async Task RewriteAllAsync(Func<StoredDocument, StoredDocument?> rewrite)
    {
        await _owner.WaitAsync();
        try
        {
            var changed = _documents.Values.Select(document => (Before: document, After: rewrite(document))).Where(change => change.After is not null).ToList();
            await WriteAsync(database => changed.ForEach(change => DocumentTables.Write(database, change.After!)));
            foreach (var (before, after) in changed)
            {
                Forget(before);
                Put(after!);
            }
        }
        finally
        {
            _owner.Release();
        }
    }

    private IEnumerable<StoredDocument> Of(string workspace, string kind) =>
        _documents.Values.Where(document => document.Workspace == workspace && document.Kind == kind);

    private void Put(StoredDocument document)
    {
        _documents[(document.Workspace, document.Kind, document.Id)] = document;
        if (document.Key is { } key)
        {
            _byKey[(document.Kind, key)] = document;
        }
    }

    private void Forget(StoredDocument? document)
    {
        if (document is not null)
        {
            _documents.TryRemove((document.Workspace, document.Kind, document.Id), out _);
            if (document.Key is { } key)
            {
                _byKey.TryRemove((document.Kind, key), out _);
            }
        }
    }

    private async Task WriteAsync(Action<Database> change)
    {
        var request = new LogRequest { Change = change };
        (_writer ?? throw new InvalidOperationException("The runtime is not started.")).Enqueue(request);
        await request.Done;
    }
}
