using CxGrains.Abstractions.Audit;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Audit;

/// <summary>
/// The audit log in a file of its own, <c>audit.db</c>, so that neither a checkpoint nor an append holds up a reader. The runtime opens it
/// and closes it last.
/// </summary>
internal sealed class EmbeddedAuditLog : IAuditLog, IDisposable
{
    /// <summary>The file's name.</summary>
    public const string FileName = "audit.db";

    private const int PageBytes = 4096;

    private readonly Lock _lock = new();
    private Database? _database;
    private AuditQueue? _queue;
    private byte[] _salt = [];

    /// <summary>Opens it.</summary>
    /// <exception cref="StorageException">The file cannot be used.</exception>
    public void Open(string path)
    {
        _database = Database.Open(path, PageBytes);
        _salt = AuditTables.Create(_database);
        _queue = new AuditQueue(acts =>
        {
            With(database =>
            {
                AuditTables.Add(database, _salt, acts);
                return true;
            });
            return Task.CompletedTask;
        });
    }

    /// <summary>Closes it; who still waits for an entry hears that it was not written.</summary>
    public void Close()
    {
        _queue?.End();
        lock (_lock)
        {
            _database?.Dispose();
            _database = null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string workspace, AuditAct act, CancellationToken cancellationToken) =>
        await (_queue ?? throw Closed()).AppendAsync(new WaitingAct(workspace, act), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditEntry>> ListAsync(string workspace, AuditQuery query, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AuditEntry>>(With(database => AuditTables.List(database, _salt, workspace, query)));

    /// <inheritdoc/>
    public ValueTask<int> RemoveBeforeAsync(long beforeMs, CancellationToken cancellationToken) =>
        ValueTask.FromResult(With(database => AuditTables.RemoveBefore(database, beforeMs)));

    /// <inheritdoc/>
    public void Dispose() => Close();

    private static StorageException Closed() => new("The audit log is closed");

    private T With<T>(Func<Database, T> work)
    {
        lock (_lock)
        {
            return work(_database ?? throw Closed());
        }
    }
}
