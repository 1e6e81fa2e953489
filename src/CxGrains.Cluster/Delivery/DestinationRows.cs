using CxGrains.Abstractions.Delivery;
using Npgsql;

namespace CxGrains.Cluster.Delivery;

/// <summary>The destinations' table.</summary>
internal sealed class DestinationRows(NpgsqlDataSource database)
{
    private const string Columns = """
        SELECT definition,
            (SELECT count(*) FROM cx_message m WHERE m.workspace = d.workspace AND m.destination = d.id AND m.state IN (0, 1)),
            (SELECT count(*) FROM cx_message m WHERE m.workspace = d.workspace AND m.destination = d.id AND m.state = 3)
        FROM cx_destination d
        """;

    // One change of a workspace's destinations at a time: their number is bounded. Any number will do for the lock, as long as nothing else takes it.
    private const string HoldWorkspace = "SELECT pg_advisory_xact_lock(1668837478, hashtext($1))";

    /// <summary>Those of a workspace, by id; with an id only that one.</summary>
    public async Task<List<DestinationStatus>> ReadAsync(string workspace, string? id, CancellationToken cancellationToken)
    {
        await using var select = id is null
            ? Sql.Of(database, $"{Columns} WHERE workspace = $1 ORDER BY id", workspace)
            : Sql.Of(database, $"{Columns} WHERE workspace = $1 AND id = $2", workspace, id);
        var found = new List<DestinationStatus>();
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new DestinationStatus(Destination.FromStored(reader.GetString(0)), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return found;
    }

    /// <summary>Defines one; as <see cref="IDestinations.DefineAsync"/> says.</summary>
    public async Task<Destination> DefineAsync(string workspace, Destination asked, int? expectedVersion, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Sql.RunAsync(connection, HoldWorkspace, [workspace], cancellationToken);
        var known = await FindAsync(connection, workspace, asked.Id, cancellationToken);
        var changed = DestinationRules.Change(known, await CountAsync(connection, workspace, cancellationToken), asked, expectedVersion);
        if (changed != known)
        {
            await WriteAsync(connection, workspace, changed, 0, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    /// <summary>Removes one with all its messages; as <see cref="IDestinations.RemoveAsync"/> says.</summary>
    public async Task<bool> RemoveAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Sql.RunAsync(connection, HoldWorkspace, [workspace], cancellationToken);
        DestinationRules.ThrowIfOtherVersion(id, await FindAsync(connection, workspace, id, cancellationToken), expectedVersion);
        await Sql.RunAsync(connection, "DELETE FROM cx_destination WHERE workspace = $1 AND id = $2", [workspace, id], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes note of what a destination said of itself, and gives its lease back where it is still the caller's.</summary>
    public static async Task CompleteAsync(NpgsqlConnection connection, DeliveryResult result, CancellationToken cancellationToken)
    {
        var (workspace, tried) = (result.Message.Workspace, result.Message.Destination);
        var known = await FindAsync(connection, workspace, tried.Id, cancellationToken);

        // Only of the definition that was tried: another URL did not say it.
        var counts = known?.Version == tried.Version;
        await Sql.RunAsync(
            connection,
            "UPDATE cx_destination SET lease_until_ms = 0, lease = '', hold_ms = greatest(hold_ms, $4) WHERE workspace = $1 AND id = $2 AND lease = $3",
            [workspace, tried.Id, result.Message.Lease, counts ? result.HoldUntilMs : 0L],
            cancellationToken);
        if (counts && result.DisableBecause is { } why && known is { Enabled: true })
        {
            await WriteAsync(connection, workspace, DestinationRules.Disable(known, why), 0, cancellationToken);
        }
    }

    private static async Task<Destination?> FindAsync(NpgsqlConnection connection, string workspace, string id, CancellationToken cancellationToken)
    {
        await using var select = Sql.Of(connection, "SELECT definition FROM cx_destination WHERE workspace = $1 AND id = $2 FOR NO KEY UPDATE", workspace, id);
        return await select.ExecuteScalarAsync(cancellationToken) is string definition ? Destination.FromStored(definition) : null;
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, string workspace, CancellationToken cancellationToken)
    {
        await using var select = Sql.Of(connection, "SELECT count(*)::integer FROM cx_destination WHERE workspace = $1", workspace);
        return (int)(await select.ExecuteScalarAsync(cancellationToken))!;
    }

    private static Task<int> WriteAsync(NpgsqlConnection connection, string workspace, Destination destination, long holdMs, CancellationToken cancellationToken) => Sql.RunAsync(
        connection,
        """
        INSERT INTO cx_destination (workspace, id, definition, enabled, severity, hold_ms) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (workspace, id) DO UPDATE SET definition = excluded.definition, enabled = excluded.enabled, severity = excluded.severity, hold_ms = excluded.hold_ms
        """,
        [workspace, destination.Id, destination.ToStored(), destination.Enabled, (int)destination.Severity, holdMs],
        cancellationToken);
}
