using System.Globalization;
using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Privacy;
using Npgsql;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace CxGrains.Cluster.Storage;

/// <summary>
/// Grain storage for customers, by their key. As everywhere in Orleans a writer replaces the version it has read and no other;
/// clearing deletes the row, and a state that stands at or before the position it was cleared with does not come back.
/// </summary>
/// <param name="database">A database with the tables of <see cref="ClusterSchema"/>; it stays the caller's.</param>
/// <param name="serializer">Writes the states.</param>
/// <param name="activators">Makes the state of a customer that has none.</param>
internal sealed class CustomerStorage(NpgsqlDataSource database, Serializer serializer, IActivatorProvider activators) : IGrainStorage
{
    private const string ReadText = """
        SELECT version, state, NULL::bigint FROM cx_customer_state WHERE customer = $1
        UNION ALL SELECT NULL, NULL, position FROM cx_erased WHERE mark = $2
        ORDER BY version LIMIT 1
        """;

    private const string ClearText = """
        WITH cleared AS (
            DELETE FROM cx_customer_state WHERE customer = $1 AND version = $2 RETURNING 1
        ), marked AS (
            INSERT INTO cx_erased AS e (mark, position) SELECT $3, $4 WHERE $4 > 0
            ON CONFLICT (mark) DO UPDATE SET position = greatest(e.position, excluded.position), made = excluded.made
        )
        SELECT count(*) FROM cleared
        """;

    private readonly CustomerStateWriter _writer = new(database);
    private readonly ErasedMarks _marks = new(database);

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var command = Sql.Of(database, ReadText, KeyOf(grainId), await _marks.OfAsync(KeyOf(grainId)));
        await using var reader = await command.ExecuteReaderAsync();
        var isMarked = await reader.ReadAsync();
        grainState.RecordExists = isMarked && !await reader.IsDBNullAsync(0);
        grainState.ETag = grainState.RecordExists ? TagOf(reader.GetInt32(0)) : null;
        grainState.State = grainState.RecordExists ? serializer.Deserialize<T>(reader.GetFieldValue<byte[]>(1)) : activators.GetActivator<T>().Create();
        if (isMarked && !grainState.RecordExists && grainState.State is IPositionedState positioned)
        {
            // What stands before its erase is over, whoever hands it over once more.
            positioned.Position = reader.GetInt64(2);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">Another version is stored than the one that was read, or none and the state is from before an erase.</exception>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var readVersion = VersionOf(grainState.ETag);
        var mark = readVersion == 0 ? await _marks.OfAsync(KeyOf(grainId)) : [];
        if (!await _writer.WriteAsync(new StateWrite(KeyOf(grainId), readVersion, serializer.SerializeToArray(grainState.State), mark, PositionOf(grainState))))
        {
            throw Inconsistent(grainId, grainState.ETag);
        }

        grainState.ETag = TagOf(readVersion + 1);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">Another version is stored than the one that was read.</exception>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var command = Sql.Of(database, ClearText, KeyOf(grainId), VersionOf(grainState.ETag), await _marks.OfAsync(KeyOf(grainId)), PositionOf(grainState));
        if ((long)(await command.ExecuteScalarAsync())! == 0 && grainState.RecordExists)
        {
            throw Inconsistent(grainId, grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = activators.GetActivator<T>().Create();
    }

    private static long PositionOf<T>(IGrainState<T> grainState) => grainState.State is IPositionedState positioned ? positioned.Position : 0;

    private static string KeyOf(GrainId grainId) => grainId.Key.ToString()!;

    private static string TagOf(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static int VersionOf(string? tag) => tag is null ? 0 : int.Parse(tag, CultureInfo.InvariantCulture);

    private static InconsistentStateException Inconsistent(GrainId grainId, string? tag) =>
        new($"Another version of the state of {grainId} is stored than {tag ?? "none"}, which was read, or it was erased since", "", tag ?? "");
}
