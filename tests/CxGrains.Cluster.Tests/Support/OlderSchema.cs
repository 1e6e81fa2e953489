using Npgsql;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>Makes a database as an older version left it.</summary>
internal static class OlderSchema
{
    /// <summary>Takes back the documents of the schema's folder from one on; what cannot be made twice goes.</summary>
    public static async Task TakeBackAsync(this NpgsqlDataSource database, int fromVersion)
    {
        if (fromVersion <= 7)
        {
            await database.ExecuteAsync("DROP TABLE cx_setting");
        }

        await database.ExecuteAsync($"""
            DROP TABLE cx_attempt, cx_message, cx_alert_taken, cx_destination, cx_audit, cx_audit_salt, cx_erased;
            DROP FUNCTION cx_write_customer_states;
            CREATE FUNCTION cx_write_customer_states(text[], integer[], bytea[]) RETURNS SETOF text LANGUAGE sql AS 'SELECT NULL::text';
            DELETE FROM cx_schema WHERE version >= {fromVersion}
            """);
    }
}
