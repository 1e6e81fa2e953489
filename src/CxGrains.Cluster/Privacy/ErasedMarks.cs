using System.Security.Cryptography;
using System.Text;
using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Storage;
using Npgsql;

namespace CxGrains.Cluster.Privacy;

/// <summary>
/// Marks of customers whose state was deleted because they were erased: salted hashes, with where the erase stands. Storage refuses a
/// new state that stands at or before it.
/// </summary>
/// <param name="database">A database with the tables of <see cref="ClusterSchema"/>; it stays the caller's.</param>
internal sealed class ErasedMarks(NpgsqlDataSource database)
{
    /// <summary>Days, by the database's clock, that a mark is kept at most. A worker finds out with its next commit that it was superseded.</summary>
    public const int KeptDays = 30;

    /// <summary>Marks that are removed at once.</summary>
    public const int RemovedMax = 10_000;

    private readonly Salt _salt = new(database);
    private byte[]? _known;

    /// <summary>The mark of a customer.</summary>
    /// <param name="key">Its grain's key, <c>workspace/id</c>.</param>
    public async ValueTask<byte[]> OfAsync(string key)
    {
        _known ??= await _salt.ReadAsync();
        return HMACSHA256.HashData(_known, Encoding.UTF8.GetBytes(key));
    }

    /// <summary>Removes the oldest of those whose time is over.</summary>
    public async Task RemoveOldAsync()
    {
        await using var delete = Sql.Of(
            database,
            "DELETE FROM cx_erased WHERE mark IN (SELECT mark FROM cx_erased WHERE made < now() - make_interval(days => $1) ORDER BY made LIMIT $2)",
            KeptDays,
            RemovedMax);
        await delete.ExecuteNonQueryAsync();
    }
}
