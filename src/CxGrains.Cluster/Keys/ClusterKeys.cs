using System.Collections.Concurrent;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Domain;
using Npgsql;

namespace CxGrains.Cluster.Keys;

/// <summary>
/// Workspaces and keys, in tables that every silo reads whole every second: there are few, and every request asks. A change is done
/// when every silo that reaches the database has read it.
/// </summary>
internal sealed class ClusterKeys(NpgsqlDataSource database) : IKeys
{
    /// <summary>Workspaces of one installation.</summary>
    public const int WorkspacesMax = 1_000;

    /// <summary>Keys of one installation.</summary>
    public const int KeysMax = 10_000;

    /// <summary>How often a silo reads them.</summary>
    public static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(1);

    private volatile ConcurrentDictionary<string, WorkspaceRecord> _workspaces = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, KeyRecord> _keys = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Any => !_keys.IsEmpty;

    /// <inheritdoc/>
    public KeyRecord? Find(string hash) => _keys.GetValueOrDefault(hash);

    /// <inheritdoc/>
    public WorkspaceRecord? FindWorkspace(string id) => _workspaces.GetValueOrDefault(id);

    /// <summary>Reads what other silos have changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var workspaces = new ConcurrentDictionary<string, WorkspaceRecord>(StringComparer.Ordinal);
        await foreach (var reader in ReadAsync("SELECT id, name FROM cx_workspace", cancellationToken))
        {
            workspaces[reader.GetString(0)] = new WorkspaceRecord(reader.GetString(0), reader.GetString(1));
        }

        var keys = new ConcurrentDictionary<string, KeyRecord>(StringComparer.Ordinal);
        await foreach (var reader in ReadAsync("SELECT hash, workspace, scopes, name, created_ms FROM cx_key", cancellationToken))
        {
            keys[reader.GetString(0)] = new KeyRecord(reader.GetString(0), reader.GetString(1), (Scopes)reader.GetInt32(2), reader.GetString(3), reader.GetInt64(4));
        }

        (_workspaces, _keys) = (workspaces, keys);
    }

    /// <inheritdoc/>
    public async ValueTask CreateWorkspaceAsync(WorkspaceRecord workspace, CancellationToken cancellationToken)
    {
        DefinitionRules.ThrowIfFull("id", _workspaces.Count, WorkspacesMax, "workspaces");
        await using var insert = database.CreateCommand("INSERT INTO cx_workspace (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        insert.Parameters.Add(new() { Value = workspace.Id });
        insert.Parameters.Add(new() { Value = workspace.Name });
        if (await insert.ExecuteNonQueryAsync(cancellationToken).OrUnavailableAsync(cancellationToken) == 0)
        {
            throw new ConflictException($"Workspace '{workspace.Id}' exists already");
        }

        _workspaces[workspace.Id] = workspace;
        await SpreadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask AddKeyAsync(KeyRecord key, CancellationToken cancellationToken)
    {
        if (!_workspaces.ContainsKey(key.Workspace))
        {
            throw new InvalidFieldException("workspace", $"'{key.Workspace}' does not exist");
        }

        DefinitionRules.ThrowIfFull("name", _keys.Count, KeysMax, "keys");
        await using var insert = database.CreateCommand("""
            INSERT INTO cx_key (hash, workspace, scopes, name, created_ms) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (hash) DO UPDATE SET workspace = excluded.workspace, scopes = excluded.scopes, name = excluded.name, created_ms = excluded.created_ms
            """);
        insert.Parameters.Add(new() { Value = key.Hash });
        insert.Parameters.Add(new() { Value = key.Workspace });
        insert.Parameters.Add(new() { Value = (int)key.Scopes });
        insert.Parameters.Add(new() { Value = key.Name });
        insert.Parameters.Add(new() { Value = key.CreatedMs });
        await insert.ExecuteNonQueryAsync(cancellationToken).OrUnavailableAsync(cancellationToken);
        _keys[key.Hash] = key;
        await SpreadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<KeyRecord> Of(string workspace) => [.. _keys.Values.Where(key => key.Workspace == workspace)];

    /// <inheritdoc/>
    public async ValueTask RemoveKeyAsync(KeyRecord key, CancellationToken cancellationToken)
    {
        // One remover at a time looks at the keys of the workspace, or two could remove the last two admin keys.
        await using var connection = await database.OpenConnectionAsync(cancellationToken).AsTask().OrUnavailableAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var hold = new NpgsqlCommand("SELECT id FROM cx_workspace WHERE id = $1 FOR UPDATE", connection, transaction) { Parameters = { new() { Value = key.Workspace } } };
        await hold.ExecuteNonQueryAsync(cancellationToken);
        await RefreshAsync(cancellationToken);
        LastAdminKey.ThrowIfRemoving(key, Of(key.Workspace));
        await using var delete = new NpgsqlCommand("DELETE FROM cx_key WHERE hash = $1", connection, transaction) { Parameters = { new() { Value = key.Hash } } };
        await delete.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _keys.TryRemove(key.Hash, out _);
        await SpreadAsync(cancellationToken);
    }

    private static Task SpreadAsync(CancellationToken cancellationToken) => Task.Delay(2 * RefreshEvery, cancellationToken);

    private async IAsyncEnumerable<NpgsqlDataReader> ReadAsync(string query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand(query);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return reader;
        }
    }
}
