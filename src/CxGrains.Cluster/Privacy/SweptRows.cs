using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Reports;
using CxGrains.Cluster.Delivery;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Privacy;
using Npgsql;

namespace CxGrains.Cluster.Privacy;

/// <summary>Removes rows that tell of erased customers: of the index, the outbox and both quarantines; issues of reports lose their pages. Besides, marks whose time is over.</summary>
internal sealed class SweptRows(NpgsqlDataSource database)
{
    /// <summary>Removes them; durable when the task completes.</summary>
    /// <param name="partition">The partition in which the customers lived.</param>
    /// <param name="sweep">What is to be removed.</param>
    public async Task RemoveAsync(int partition, Sweep sweep)
    {
        await RemoveFromIndexAsync(sweep);
        await RemoveMessagesAsync(sweep);
        await RemoveTakenAlertsAsync(partition, sweep);
        await RemovePayloadsAsync(sweep);
        await RevokeIssuesAsync(sweep);
        await RemoveQuarantinedAsync(sweep);
        await new ErasedMarks(database).RemoveOldAsync();
    }

    private async Task RemoveFromIndexAsync(Sweep sweep)
    {
        await using var delete = Sql.Of(
            database,
            "DELETE FROM cx_customer AS c USING unnest($2, $3) AS e (customer, position) WHERE c.workspace = $1 AND c.customer = e.customer COLLATE \"C\" AND c.position <= e.position",
            sweep.Workspace,
            (string[])[.. sweep.Customers.Select(erased => erased.Id)],
            (long[])[.. sweep.Customers.Select(erased => erased.Position.Value)]);
        await delete.ExecuteNonQueryAsync();
    }

    private async Task RemoveMessagesAsync(Sweep sweep)
    {
        var meant = new List<long>();
        await using var select = Sql.Of(database, "SELECT seq, notice FROM cx_message WHERE workspace = $1", sweep.Workspace);
        await ReadAsync(select, reader =>
        {
            if (sweep.IsErased(Notice.FromStored(reader.GetString(1)).Customer))
            {
                meant.Add(reader.GetInt64(0));
            }
        });
        await using var delete = Sql.Of(database, "DELETE FROM cx_message WHERE seq = ANY ($1)", meant.ToArray());
        await delete.ExecuteNonQueryAsync();
    }

    // That an alert was taken stays known while a replay may bring it again.
    private async Task RemoveTakenAlertsAsync(int partition, Sweep sweep)
    {
        var meant = new List<string>();
        await using var select = Sql.Of(
            database, "SELECT alert FROM cx_alert_taken WHERE workspace = $1 AND partition = $2 AND row <= $3", sweep.Workspace, partition, sweep.CommittedRow);
        await ReadAsync(select, reader =>
        {
            if (Alert.Names(reader.GetString(0), sweep.IsErased))
            {
                meant.Add(reader.GetString(0));
            }
        });
        await using var delete = Sql.Of(database, "DELETE FROM cx_alert_taken WHERE workspace = $1 AND alert = ANY ($2)", sweep.Workspace, meant.ToArray());
        await delete.ExecuteNonQueryAsync();
    }

    private async Task RemovePayloadsAsync(Sweep sweep)
    {
        var meant = new List<long>();
        await using var select = Sql.Of(database, "SELECT id, body FROM cx_payload WHERE workspace = $1", sweep.Workspace);
        await ReadAsync(select, reader =>
        {
            if (PayloadText.Names(reader.GetFieldValue<byte[]>(1), sweep.Names))
            {
                meant.Add(reader.GetInt64(0));
            }
        });
        await using var delete = Sql.Of(database, "DELETE FROM cx_payload WHERE id = ANY ($1)", meant.ToArray());
        await delete.ExecuteNonQueryAsync();
    }

    private async Task RevokeIssuesAsync(Sweep sweep)
    {
        var documents = new List<StoredDocument>();
        await using var select = Sql.Of(
            database, "SELECT kind, id, key, json, version FROM cx_document WHERE workspace = $1 AND starts_with(kind, $2)", sweep.Workspace, ReportIssue.KindPrefix);
        await ReadAsync(select, reader =>
        {
            var key = reader.IsDBNull(2) ? null : reader.GetString(2);
            var document = new StoredDocument(sweep.Workspace, reader.GetString(0), reader.GetString(1), key, reader.GetString(3), reader.GetInt32(4));
            if (ReportIssue.WithoutCustomers(document, sweep.IsErased) is { } without)
            {
                documents.Add(without);
            }
        });
        foreach (var document in documents)
        {
            await using var update = Sql.Of(
                database,
                "UPDATE cx_document SET key = NULL, json = $4, version = version + 1 WHERE workspace = $1 AND kind = $2 AND id = $3",
                document.Workspace, document.Kind, document.Id, document.Json);
            await update.ExecuteNonQueryAsync();
        }
    }

    // Of all partitions: an alias names a customer of another one.
    private async Task RemoveQuarantinedAsync(Sweep sweep)
    {
        var (partitions, positions) = (new List<int>(), new List<long>());
        await using var select = Sql.Of(database, "SELECT partition, position, line FROM cx_quarantine WHERE workspace = $1", sweep.Workspace);
        await ReadAsync(select, reader =>
        {
            if (QuarantinedLine.Names(reader.GetFieldValue<byte[]>(2), sweep.Names))
            {
                partitions.Add(reader.GetInt32(0));
                positions.Add(reader.GetInt64(1));
            }
        });
        await using var delete = Sql.Of(
            database,
            "DELETE FROM cx_quarantine AS q USING unnest($1, $2) AS e (partition, position) WHERE q.partition = e.partition AND q.position = e.position",
            partitions.ToArray(),
            positions.ToArray());
        await delete.ExecuteNonQueryAsync();
    }

    private static async Task ReadAsync(NpgsqlCommand select, Action<NpgsqlDataReader> take)
    {
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            take(reader);
        }
    }
}
