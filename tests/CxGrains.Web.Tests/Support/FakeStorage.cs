using System.Collections.Concurrent;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Quarantine;

namespace CxGrains.Web.Tests.Support;

/// <summary>Documents and the quarantine in memory, by the rules of the contract.</summary>
internal sealed class FakeStorage : IDocuments, IPayloadQuarantine
{
    private readonly ConcurrentDictionary<(string Workspace, string Kind, string Id), StoredDocument> _documents = new();
    private readonly Lock _lock = new();
    private readonly List<(string Workspace, QuarantinedPayload Payload)> _payloads = [];
    private long _lastId;

    public IReadOnlyList<QuarantinedPayload> Payloads
    {
        get
        {
            lock (_lock)
            {
                return [.. _payloads.Select(entry => entry.Payload)];
            }
        }
    }

    public ValueTask<IReadOnlyList<StoredDocument>> OfAsync(string workspace, string kind, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StoredDocument>>([.. Of(workspace, kind).OrderBy(document => document.Id, StringComparer.Ordinal)]);

    public ValueTask<StoredDocument?> FindAsync(string workspace, string kind, string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_documents.GetValueOrDefault((workspace, kind, id)));

    public ValueTask<StoredDocument?> FindByKeyAsync(string kind, string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_documents.Values.FirstOrDefault(document => document.Kind == kind && document.Key == key));

    public ValueTask<StoredDocument> PutAsync(StoredDocument document, int? expectedVersion, CancellationToken cancellationToken)
    {
        var key = (document.Workspace, document.Kind, document.Id);
        var next = DocumentRules.Next(document, _documents.GetValueOrDefault(key), expectedVersion, Of(document.Workspace, document.Kind).Count());
        _documents[key] = next;
        return ValueTask.FromResult(next);
    }

    public ValueTask<bool> RemoveAsync(string workspace, string kind, string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_documents.TryRemove((workspace, kind, id), out _));

    public ValueTask AddAsync(string workspace, IReadOnlyList<QuarantinedPayload> payloads, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _payloads.AddRange(payloads.Select(payload => (workspace, payload with { Id = ++_lastId, Body = payload.Body.ToArray() })));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<QuarantineList> ListAsync(string workspace, string? source, int limit, long? beforeId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var all = _payloads.Where(entry => entry.Workspace == workspace).Select(entry => entry.Payload).Reverse().ToList();
            var page = all.Where(payload => (source is null || payload.Source == source) && payload.Id < (beforeId ?? long.MaxValue)).Take(limit);
            return ValueTask.FromResult(new QuarantineList([.. page], all.Count, all.Sum(payload => (long)payload.Length), 0));
        }
    }

    public ValueTask<QuarantinedPayload?> FindAsync(string workspace, long id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<QuarantinedPayload?>(_payloads.Find(entry => entry.Workspace == workspace && entry.Payload.Id == id).Payload);
        }
    }

    public ValueTask<bool> RemoveAsync(string workspace, long id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_payloads.RemoveAll(entry => entry.Workspace == workspace && entry.Payload.Id == id) > 0);
        }
    }

    private IEnumerable<StoredDocument> Of(string workspace, string kind) =>
        _documents.Values.Where(document => document.Workspace == workspace && document.Kind == kind);
}
